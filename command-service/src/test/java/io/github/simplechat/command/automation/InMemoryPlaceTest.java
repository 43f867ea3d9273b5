package io.github.simplechat.command.automation;

class InMemoryPlaceTest extends PlaceContract {

    private final InMemoryPlace places = new InMemoryPlace();

    @Override
    Place node() {
        return places;
    }
}
