/** The demo: a bank is loaded and the main job is shown, then a screen says what to try. */
package io.guanxi.local.demo;
