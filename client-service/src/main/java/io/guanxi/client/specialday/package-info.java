/** Birthdays and celebrations of the clients in a book (KP-05): read, and stored nowhere else. */
package io.guanxi.client.specialday;
