/** What the law asks of personal data: that they are kept while they must be, and then erased. */
package io.guanxi.client.privacy;
