/** The published language of Guanxi: what the services say to each other and to the bank. */
package io.guanxi.contracts;
