/** The little that all of this service's queries share. */
package io.guanxi.visit.sql;
