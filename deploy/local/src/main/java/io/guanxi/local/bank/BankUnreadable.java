package io.guanxi.local.bank;

/**
 * The data of a bank is missing or broken; the message is one sentence for the person who asked.
 */
public final class BankUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BankUnreadable(String message) {
        super(message);
    }

    BankUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
