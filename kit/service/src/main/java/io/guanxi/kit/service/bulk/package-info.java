/**
 * Many things at once: lines in, decided some hundreds an append, at once or as a job that survives
 * the process; rows out, page by page, however many there are.
 */
package io.guanxi.kit.service.bulk;
