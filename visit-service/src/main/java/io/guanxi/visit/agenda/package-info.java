/** A relationship manager's day: whom to see, whom to call and why, what falls due. */
package io.guanxi.visit.agenda;
