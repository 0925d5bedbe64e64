/** What a supervisor sees of the unit: who carries how much. */
package io.guanxi.client.overview;
