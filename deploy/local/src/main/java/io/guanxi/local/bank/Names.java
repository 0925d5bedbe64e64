package io.guanxi.local.bank;

import java.util.List;

/** Invented names; any likeness to living people is chance. */
final class Names {
    private static final List<String> FAMILY =
            List.of(
                    "Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou",
                    "Xu", "Sun", "Ma", "Zhu", "Hu", "Guo", "He", "Lin", "Gao", "Luo");
    private static final List<String> GIVEN =
            List.of(
                    "Wei", "Fang", "Na", "Min", "Jing", "Qiang", "Lei", "Jun", "Yang", "Yong",
                    "Yan", "Jie", "Juan", "Tao", "Ming", "Chao", "Xia", "Ping", "Gang", "Hong");
    private static final List<String> STEMS =
            List.of(
                    "Hengtong",
                    "Ruifeng",
                    "Jinhua",
                    "Tianyu",
                    "Haoran",
                    "Xinda",
                    "Longsheng",
                    "Boya",
                    "Weiye",
                    "Kangda",
                    "Mingde",
                    "Yuanshan",
                    "Zhonghe",
                    "Guangming");
    private static final List<String> CZECH_MEN =
            List.of("Jan", "Petr", "Josef", "Pavel", "Martin", "Tomas", "Jiri", "Karel", "Milan");
    private static final List<String> CZECH_WOMEN =
            List.of("Jana", "Marie", "Eva", "Hana", "Anna", "Lenka", "Alena", "Petra", "Lucie");
    private static final List<String> CZECH_FAMILY =
            List.of("Novak", "Svoboda", "Dvorak", "Prochazka", "Kucera", "Urban", "Kolar", "Benes");

    private final long seed;

    Names(long seed) {
        this.seed = seed;
    }

    String person(int subject) {
        Chance chance = Chance.of(seed, "person", subject);
        return chance.one(FAMILY)
                + " "
                + chance.one(GIVEN)
                + chance.one(GIVEN).toLowerCase(java.util.Locale.ROOT);
    }

    String organisation(int subject, String segment) {
        Chance chance = Chance.of(seed, "organisation", subject);
        String stem = chance.one(STEMS) + " " + chance.one(STEMS);
        return switch (segment) {
            case "PARTY_GOVERNMENT" -> stem + " District Office";
            case "SCHOOL" -> stem + " School";
            case "HOSPITAL" -> stem + " Hospital";
            case "CONGLOMERATE" -> stem + " Group";
            case "BANK" -> stem + " Rural Bank";
            case "TELECOM" -> stem + " Telecom";
            case "CONSTRUCTION" -> stem + " Construction Co.";
            case "CATERING" -> stem + " Catering Co.";
            default -> stem + " Trading Co.";
        };
    }

    String czech(int subject, boolean woman) {
        Chance chance = Chance.of(seed, "czech", subject);
        String given = chance.one(woman ? CZECH_WOMEN : CZECH_MEN);
        String family = chance.one(CZECH_FAMILY);
        return given + " " + (woman ? feminine(family) : family);
    }

    private static String feminine(String family) {
        return family.endsWith("a")
                ? family.substring(0, family.length() - 1) + "ova"
                : family + "ova";
    }
}
