/**
 * Four eyes: what a second person must allow. Whoever asks never approves; the decision checks the
 * version and the rules again, and what was asked is carried out in the same append.
 */
package io.guanxi.kit.service.approval;
