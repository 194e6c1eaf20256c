package org.tumen.crawler.article;

import java.util.List;
import java.util.regex.Pattern;

/** The lines that sites put between paragraphs in every article: "Advertisement", "Read also: ...", "Photo: ...". */
final class StockPhrases {

    /** Longer lines are the author's own words, however they begin. */
    private static final int LONGEST = 220;

    private static final int LONGEST_WIDE = 90;

    /** Of the blocks with which Unicode's East Asian scripts begin. */
    private static final char FIRST_WIDE = '\u1100';

    /** Of a line that is nothing but stock phrase. */
    private static final int LONGEST_WHOLE = 100;

    /** The line is nothing but these words, or these words and a list of titles behind a colon. */
    private static final ReusedPattern WHOLE = whole(
            List.of(
                    "[\\w.+-]{1,40}@[\\w.-]{3,40}",
                    "advertisements?|advertising|adverts?|sponsored(?: content)?|promoted|report (?:this )?ad|ad",
                    "related(?: (?:articles?|stories|story|content|topics?|news|posts?|links?|coverage|reading|video|to this))?",
                    "see also|read (?:also|more|next|now|this)|also read|more (?:stories|news|articles|coverage|to read|from us)|trending(?: articles| now)?",
                    "recommended(?: for you| reading| stories)?|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested in)",
                    "share(?: this)?(?: article| story| post| page)?|share (?:on|via) \\w+|tweet|pin it|e?mail|print|facebook|twitter|whatsapp|linkedin|reddit",
                    "comments?|\\d+ comments?|(?:view|show|load|post|leave|add|write)(?: a| all| more)? (?:comments?|reply)|join the (?:conversation|discussion)",
                    "loading(?: ?\\.\\.\\.|…)?|continue reading|story continues(?: below)?(?: advertisement)?|article continues below|scroll (?:down )?(?:to|for) .*|skip (?:ad|to) .*",
                    "tags|topics|categories|filed under|keywords|follow us|feedback|video|photos?|gallery|slideshow|watch(?: now| live)?|listen|play|getty(?: images)?|reuters|ap photo|afp",
                    "sign up|subscribe(?: now| today)?|newsletters?|log ?in|register|back to top|next(?: article| page)?|previous(?: article| page)?|close|menu|\\d+ (?:min(?:ute)?s?)(?: to)? read",
                    "anzeige|werbung|lesen sie auch|mehr (?:zum thema|dazu|infos?)|weiterlesen|zum thema|auch interessant|teilen|kommentare?|das könnte sie auch interessieren|drucken|weitere (?:artikel|informationen|themen)|nach oben",
                    "(?:auteur|édition|edition|rédaction|autor|redaktion|redacción|author|editor)\\s?:\\s?[^.!?]{2,50}|(?:permalien|permalink|kurz-?link|enlace permanente|short ?link)\\b.{0,80}|audios? et vidéos.{0,30}",
                    "lire aussi|à lire(?: aussi)?|voir aussi|publicité|partager|sur le même sujet|à lire également|commentaires|imprimer|en savoir plus|permalien",
                    "lea también|lee también|leer más|(?:te|le) puede interesar|publicidad|compartir|relacionad[oa]s|ver más|comentarios|imprimir|mira también|noticias relacionadas",
                    "leggi anche|pubblicità|condividi|potrebbe interessarti|commenti|leia também|leia mais|publicidade|veja também|compartilhe|saiba mais|continua (?:após|depois d)a publicidade",
                    "читайте также|реклама|поделиться|смотрите также|по теме|читать (?:далее|также)|ещ[её] по теме|комментарии|материалы по теме|читайте також|подписывайтесь.*",
                    "lees ook|advertentie|deel(?: dit)?|reacties|czytaj (?:także|też|więcej)|reklama|zobacz (?:także|też)|czytaj dalej|ilgili haberler?|läs (?:också|mer)|annons",
                    "相关(?:新闻|阅读|文章|报道|链接|推荐)|延伸阅读|推荐阅读|分享到?|广告|上一篇|下一篇|更多|延伸閱讀|相關(?:新聞|報導|文章)|廣告|分享|推薦閱讀|点击(?:查看|进入).*|热门(?:推荐|评论)|转播到.*",
                    "関連(?:記事|ニュース|リンク)|あわせて読みたい|広告|シェア(?:する)?|続きを読む|おすすめ(?:記事)?|印刷|コメント|トップへ",
                    "精彩(?:视频)?推荐|(?:阅读|查看)(?:下一篇|全文|原文).*|纠错|举报|点赞|收藏|(?:に?ほんブログ村|人気ブログランキング)|トップページ(?:へ|に戻る)|この記事はいかがでしたか",
                    "관련 ?기사|광고|공유(?:하기)?|더 ?보기|댓글|추천 ?기사|인쇄|구독(?:하기)?|기사 ?목록|본문 ?듣기|글자 ?크기.*|글씨 ?키우기|기사 ?(?:공유|저장|스크랩)(?:하기)?|URL ?복사|(?:페이스북|트위터|카카오톡).{0,16}|이전 ?기사|다음 ?기사|많이 본 (?:기사|뉴스)"));

    /** The line begins with these words, whatever follows. */
    private static final ReusedPattern START = start(
            List.of(
                    "advertisement\\b|read (?:also|more|next)\\s?[:|]|also read\\s?:|see also\\s?:|related\\s?:|related (?:articles?|stories|story|content)\\s?:|more (?:from|on this)\\b.{0,60}$",
                    "(?:photo|photos|image|images|picture|video|pic|photography|graphic|illustration|screenshot)(?: (?:credit|by|courtesy|source|via|gallery))?s?\\s?[:/|]|(?:photo|image|picture) (?:credit|courtesy|by)\\b|featured image|image (?:illustrative|d'illustration)\\b",
                    "getty images|\\(?(?:ap|afp|reuters|epa|file) photo|source\\s?:.{0,60}$|credits?\\s?:",
                    "sign up (?:for|to|here|now)\\b|subscribe (?:to|for|now|here)\\b|get (?:the|our) .{0,60}(?:newsletter|inbox|app)\\b|follow (?:us|me|@|\\w+ (?:\\w+ )?on (?:twitter|facebook|instagram|x))\\b|like us on|join (?:us on|our)\\b|download (?:the|our) .{0,30}app\\b",
                    "click here (?:to|for)\\b|tap here\\b|copyright\\b|©|\\(c\\) ?\\d{4}|all rights reserved|(?:this|our) (?:site|website) uses cookies|we use cookies|by (?:clicking|signing up|subscribing|submitting)\\b|please (?:enable|reload|turn on|log in|sign in)\\b",
                    "(?:tags|topics|filed under|categories|keywords|labels)\\s?:|(?:published|posted|updated|last (?:updated|modified|edited)|first published|submitted)(?: on| at)?\\s?[:,]?\\s.{0,50}\\d",
                    "(?:foto|fotos|bild|bilder|quelle|grafik|bildquelle|bildnachweis|symbolbild|fotocredit)\\s?[:/©]|(?:lesen sie|lies) (?:auch|mehr|hier)\\b|mehr zum thema\\b|hier geht es zu\\b|folgen sie uns\\b",
                    "(?:photo|crédits?(?: photos?)?|image)\\s?:|lire aussi\\b|à lire (?:aussi|également)\\b|inscrivez-vous\\b|abonnez-vous\\b|suivez-nous\\b",
                    "(?:foto|fotografía|imagen|fuente|crédito)s?\\s?:|(?:lea|lee|leer|mira|ver|lea) (?:también|además|más)\\b.{0,120}$|(?:te|le) (?:puede|podría) interesar\\b|síg(?:uenos|anos)\\b|suscr[ií]b",
                    "leggi anche\\b|iscriviti\\b|seguici\\b|(?:leia|veja) (?:também|mais)\\b|siga\\b.{0,60}$|clique aqui\\b|assine\\b",
                    "нашли (?:опечатку|ошибку)\\b|если вы (?:нашли|заметили|обнаружили) (?:опечатку|ошибку)\\b|(?:читайте|подписывайтесь|следите|подпишитесь).{0,50}(?:telegram|телеграм|дзен|вконтакте)|перепечатка\\b",
                    "(?:читайте|смотрите) (?:также|ещё|еще)\\b|фото\\s?:|источник\\s?:|подпи(?:сывайтесь|шитесь)\\b|следите за\\b|читайте також\\b",
                    "lees ook\\b|foto\\s?:|bron\\s?:|czytaj (?:też|także|więcej)\\b|fot\\.|źródło\\s?:|zobacz (?:też|także)\\b",
                    "(?:图片来源|来源|图源|圖片來源|資料來源|資料照片|原标题|原標題|延伸阅读|相关阅读|推荐阅读|延伸閱讀|相關新聞|扫码|扫一扫|关注我们|版权声明|声明|免责声明|特别声明|本文来自|更多精彩|阅读下一篇|举报邮箱|投稿邮箱)\\s?[:：]|图为|图注|炒股就看|海量资讯|更多精彩(?:内容|资讯)|(?:点击|长按|扫描).{0,20}(?:二维码|关注)|关注.{0,20}公众号|支持.{0,40}訂閱",
                    "↑|※(?:掲載|記事|この記事|本記事|写真|画像)|ランキングに(?:参加|ご協力)|この記事は有料|残り\\s?[\\d０-９,]+文字|初割",
                    "(?:写真|画像|提供|出典|撮影)\\s?[:：=＝]|【(?:関連|写真|画像|動画|あわせて)|関連記事\\s?[:：]|▶|►|☞|→",
                    "(?:사진|자료|출처|그래픽)\\s?[=:：/]|\\[사진|관련 ?기사|저작권자|무단 ?전재|ⓒ|<저작권자|\\[관련|기사제보|카카오톡|구독신청|■ ?제보|▷ ?(?:카카오톡|전화|이메일|유튜브|네이버)|제보는 |▲.{0,80}$|△.{0,80}$"));

    /** Somewhere in a short line: who may copy and who may read. */
    private static final ReusedPattern RIGHTS = pattern("未经(?:书面)?授权.{0,30}(?:转载|摘编|使用)|(?:未經|非經)授權.{0,30}(?:轉載|使用|複製)"
            + "|무단 ?(?:전재|복제)|無断(?:転載|での転載)|有料会員(?:限定|に(?:なる|登録))");

    /** Whose picture it is, at the end of a caption. */
    private static final ReusedPattern CREDIT = pattern(
            "(?:[(\\[](?:fotos?|photos?|bild(?:er)?|images?|picture|pic|quelle|crédits?|credits?|фото|写真|사진)\\b\\s?[:=/© ][^)\\]]{1,80}[)\\]]"
                    + "|(?:©|(?<=[.|)»”\"] )(?:fotos?|photos?|bild|image|crédits?(?: photo)?|(?:photo )?credits?|фото|写真|사진|\\[?사진)\\s?[:=©/|])\\s?[^.!?。]{1,70}"
                    + "|[/|(—–-]\\s?(?:getty images|shutterstock|ap photo|picture[- ]alliance|istock|imago(?: images)?|adobe ?stock)[)\\]]?"
                    + "|\\bvia (?:getty images|ap|reuters|afp)[)\\]]?)\\s*\\.?$");

    /** At the end of a caption: "… 李尕 摄", "… 受访者供图", "… Архивное фото", "… 자료사진". */
    private static final ReusedPattern PICTURED = pattern(
            "(?:(?:[\\s　]\\p{IsHan}{2,4}\\s?|记者|記者|本社)(?:摄|攝)影?|\\p{IsHan}{2,8}(?:供图|供圖)|撮影|архивное фото|фото из архива|자료 ?사진|file photo|archivbild)[\\p{P}\\s]*$");

    private static final int LONGEST_PICTURED = 120;

    /** Only the end of the line is searched, as searching all of every line is what costs. */
    private static final int LONGEST_PICTURER = 24;

    private static final int LONGEST_CAPTION = 320;
    private static final int LONGEST_CREDIT = 110;
    private static final String CREDIT_MARKS = "©:=/|([—–-";

    private StockPhrases() {}

    /** Whether a line says whose picture it speaks of. */
    static boolean isCaption(String line) {
        if (line.length() > LONGEST_CAPTION) {
            return false;
        }
        if (line.length() <= LONGEST_PICTURED
                && PICTURED.isIn(line.substring(Math.max(0, line.length() - LONGEST_PICTURER)))) {
            return true;
        }
        var end = line.substring(Math.max(0, line.length() - LONGEST_CREDIT));
        return mayHoldCredit(end) && CREDIT.isIn(end);
    }

    /** Whether there is one of the characters or the word without which there is no credit. */
    private static boolean mayHoldCredit(String end) {
        for (int i = 0; i < end.length(); i++) {
            if (CREDIT_MARKS.indexOf(end.charAt(i)) >= 0) {
                return true;
            }
        }
        return end.contains("via ");
    }

    static boolean isOne(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        if (line.length() > LONGEST_WIDE && line.codePoints().limit(20).anyMatch(Character::isIdeographic)) {
            return false;
        }
        return START.begins(line)
                || (line.length() <= LONGEST_WHOLE && (WHOLE.isAll(line) || (hasWide(line) && RIGHTS.isIn(line))));
    }

    /** Whether there are Chinese, Japanese or Korean letters; without them half of what is known need not be looked for. */
    static boolean hasWide(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= FIRST_WIDE && Character.isLetter(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static ReusedPattern whole(List<String> phrases) {
        return pattern("[\\p{P}\\p{S}\\s]*(?:" + String.join("|", phrases) + ")[\\p{P}\\p{S}\\s\\d]*");
    }

    private static ReusedPattern start(List<String> phrases) {
        return pattern("[\\p{Ps}\\p{Pd}\\p{So}*>»\\s]*(?:" + String.join("|", phrases) + ")");
    }

    private static ReusedPattern pattern(String expression) {
        return new ReusedPattern(Pattern.compile(
                expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
    }
}
