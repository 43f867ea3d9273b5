package io.github.simplechat.relay.publication.memory;

import io.github.simplechat.relay.publication.PublisherLease;
import io.github.simplechat.relay.publication.PublisherLeaseContract;

class InMemoryPublisherLeasesTest extends PublisherLeaseContract {

    private InMemoryPublisherLeases leases = new InMemoryPublisherLeases();

    @Override
    protected void reset() {
        leases = new InMemoryPublisherLeases();
    }

    @Override
    protected PublisherLease lessee() {
        return leases.lessee();
    }
}
