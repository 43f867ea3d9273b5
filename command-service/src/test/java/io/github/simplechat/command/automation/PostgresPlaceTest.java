package io.github.simplechat.command.automation;

import io.github.simplechat.command.TestService;

class PostgresPlaceTest extends PlaceContract {

    @Override
    Place node() {
        return TestService.bean(PostgresPlace.class);
    }
}
