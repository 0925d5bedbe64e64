/** Keys per subject, and fingerprints of identifiers. */
package io.guanxi.kit.service.personal;
