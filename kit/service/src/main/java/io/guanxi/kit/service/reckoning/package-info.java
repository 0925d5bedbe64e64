/** What was reckoned by rules that change is reckoned afresh when they do. */
package io.guanxi.kit.service.reckoning;
