/** What other services found out about a client, for its card: tier, churn risk, last contact. */
package io.guanxi.client.scores;
