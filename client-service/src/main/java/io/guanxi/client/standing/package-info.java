/** What somebody may do, and until when: qualification, licences, commitments, departure. */
package io.guanxi.client.standing;
