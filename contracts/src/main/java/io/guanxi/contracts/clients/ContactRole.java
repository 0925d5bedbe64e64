package io.guanxi.contracts.clients;

/** What a contact is to the client; one contact can hold several (KP-01 to KP-03). */
public enum ContactRole {
    KEY_PERSON,
    CONTACT,
    VIP,
    MEMBER
}
