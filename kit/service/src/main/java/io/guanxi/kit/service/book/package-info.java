/** Who looks after whom, here and in every service: the one policy on reading and recording. */
package io.guanxi.kit.service.book;
