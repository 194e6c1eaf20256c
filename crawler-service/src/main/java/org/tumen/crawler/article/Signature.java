package org.tumen.crawler.article;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lines with which newsrooms sign: a reporter with an address, who edited and who filmed, the page of the paper
 * edition. They stand in the text's own element, and are no part of what it says.
 */
final class Signature {

    private static final int LONGEST = 110;

    private static final String MAIL = "[A-Za-z0-9._+-]{1,40}@[A-Za-z0-9.-]{3,40}";
    private static final String NAME =
            "\\p{Lu}[\\p{L}.'’-]*(?:\\s(?:(?:de|da|del|van|von|der|den|la|le|bin|al|el)\\s)?\\p{Lu}[\\p{L}.'’-]*){1,3}";
    private static final String HAN_NAME = "[\\p{IsHan}·]{2,10}";

    private static final ReusedPattern WIDE = new ReusedPattern(Pattern.compile(
            "[\\[(（【〈<\\s]*(?:"
                    + String.join(
                            "|",
                            List.of(
                                    // 홍길동 기자 gil@paper.example; [서울=한빛신문] 홍길동·김철수 기자
                                    "(?:[\\[(]?[가-힣A-Za-z]{2,10}\\s?[=/]\\s?[가-힣A-Za-z]{0,10}[\\])]?\\s?)?(?:[가-힣]{2,4}(?:\\s?[·ㆍ,]\\s?[가-힣]{2,4})*\\s?[가-힣]{0,5}(?:기자|특파원|논설위원|인턴기자)\\s?[·ㆍ,/]?\\s?){1,4}(?:[(/<]?"
                                            + MAIL + "[)>]?)?(?:\\s?(?:다른 ?기사|기사|구독).{0,8})?",
                                    "[가-힣]{2,4}\\s[(/]?" + MAIL + "\\)?",
                                    // 촬영기자:오세진/영상편집:남주리
                                    "(?:(?:촬영기자|촬영|영상취재|영상편집|영상|편집|그래픽|취재|글|정리|디자인|화면제공|자료조사)\\s?[:：=]\\s?[^/:：]{1,20}/?\\s?)+",
                                    // 本报记者 高云岫; （边城晚报记者 苏晚晴）; 文/张三; 责任编辑：周一苇
                                    "[\\p{IsHan}A-Za-z]{0,10}(?:记者|記者|通讯员|通訊員)[\\s　：:]{1,3}" + HAN_NAME
                                            + "(?:[\\s　、]{1,3}" + HAN_NAME + ")*",
                                    "(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|审核|监制|总监制|值班编委|终审|作者|撰文|撰稿|文字|文|图|摄影|攝影|视频|制图|出品|统筹|来源|來源|稿源|原标题|编译|編譯|实习生)\\s?[:：︱|/／]\\s?[^。！？]{1,40}",
                                    // 《北方日报》（2023年12月21日 07 版）
                                    "《[^》]{2,14}》\\s?[(（]?[^()（）]{4,30}版\\s?"))
                    + ")[\\])）】〉>\\s.。]*",
            Pattern.UNICODE_CHARACTER_CLASS));

    /** "By Jane Doe and John Roe" */
    private static final ReusedPattern LATIN = new ReusedPattern(Pattern.compile(
            "(?:By|Von|Por|Par|Автор|Авторы|Текст)\\s?:?\\s" + NAME + "(?:(?:,\\s|,?\\s(?:and|und|y|et|и)\\s)" + NAME
                    + "){0,4}\\s*",
            Pattern.UNICODE_CHARACTER_CLASS));

    /** "승인 2024.04.29 15:41", "2024年5月3日(金) 18:20", "Date 23.05.2011": nothing but a time and the word for it. */
    private static final ReusedPattern TIME_ALONE = new ReusedPattern(Pattern.compile(
            "(?:(?:date|datum|fecha|data|дата|опубликовано|입력|수정|승인|송고|등록|게시|작성|最終更新|更新|公開|配信|掲載|投稿日|发布时间|发布|更新时间|日期|时间)\\s?[:：]?\\s?)?"
                    + "(?:(?:19|20)\\d\\d\\s?[-./年년]\\s?\\d{1,2}\\s?[-./月월]\\s?\\d{1,2}\\s?[日일.]?|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d\\d)"
                    + "(?:\\s?[(（]?(?:[가-힣\\p{IsHan}]{1,3})[)）]?)?(?:,?\\s?(?:오전|오후)?\\s?\\d{1,2}:\\d\\d(?::\\d\\d)?)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));

    private Signature() {}

    static boolean isOne(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        return (StockPhrases.hasWide(line) ? WIDE : LATIN).isAll(line) || TIME_ALONE.isAll(line);
    }
}
