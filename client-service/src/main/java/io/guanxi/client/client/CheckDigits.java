package io.guanxi.client.client;

import java.math.BigInteger;

/** Whether an identity number can be one: its check digits agree with the rest. */
public final class CheckDigits {
    private static final String USCC_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] RESIDENT_WEIGHTS = {
        7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
    };
    private static final String RESIDENT_CHECKS = "10X98765432";

    private CheckDigits() {}

    /** GB 32100-2015: 18 characters, the last makes the sum weighted by powers of 3 fit mod 31. */
    public static boolean uscc(String number) {
        if (!number.matches("[" + USCC_DIGITS + "]{18}")) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += USCC_DIGITS.indexOf(number.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return USCC_DIGITS.indexOf(number.charAt(17)) == (31 - sum % 31) % 31;
    }

    /** ISO 17442: 20 characters that, letters read as 10 to 35, leave 1 mod 97. */
    public static boolean lei(String number) {
        if (!number.matches("[0-9A-Z]{18}[0-9]{2}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder(40);
        number.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** GB 11643-1999: 17 digits and a check character. */
    public static boolean residentId(String number) {
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        }
        return RESIDENT_CHECKS.charAt(sum % 11) == number.charAt(17);
    }
}
