/** Why a client stands where it stands: receipts as they were stored, and their history. */
package io.guanxi.scoring.receipt;
