/** What every service shares, written once: HTTP conduct, security, the book, clock and wiring. */
package io.guanxi.kit.service;
