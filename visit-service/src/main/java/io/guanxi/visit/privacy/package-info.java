/** What this service keeps about a client, for the person it is about. */
package io.guanxi.visit.privacy;
