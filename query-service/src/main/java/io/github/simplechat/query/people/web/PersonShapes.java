package io.github.simplechat.query.people.web;

import io.github.simplechat.api.query.Person;
import io.github.simplechat.query.people.PersonEntry;
import org.mapstruct.Mapper;
import org.mapstruct.ReportingPolicy;

/** People as answers show them. */
@Mapper(unmappedTargetPolicy = ReportingPolicy.ERROR)
interface PersonShapes {

    Person person(PersonEntry person);
}
