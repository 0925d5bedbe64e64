/**
 * Facts about clients: taken in once each, rejected or waiting where they must, undone on request.
 */
package io.guanxi.scoring.activity;
