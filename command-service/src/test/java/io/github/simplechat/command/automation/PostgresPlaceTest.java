package io.github.simplechat.command.automation;

import io.github.simplechat.command.TestService;
import javax.sql.DataSource;

class PostgresPlaceTest extends PlaceContract {

    @Override
    Place node() {
        return new PostgresPlace(TestService.bean(DataSource.class), "personal.automation");
    }
}
