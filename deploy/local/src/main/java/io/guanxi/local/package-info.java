/** The whole suite on one machine: what runs, how it is wired, and the commands for it. */
package io.guanxi.local;
