// SPDX-License-Identifier: GPL-3.0-or-later
// Two tables: whole lines, and beginnings of short lines. Written folded: lower case, no accents, # for a
// number.
#include "indexer/pages/furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "common/text/ascii.h"
#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

struct Phrases {
  Furniture furniture;
  std::string_view text;  // separated by |
};

constexpr std::array whole_lines{
    Phrases{
        Furniture::line,
        "skip to main content|skip to content|skip to navigation|skip to main|skip navigation|jump to "
        "content|jump to navigation|to the top|back to top|top of page|go to top|main menu|main navigation|"
        "menu|navigation|home|homepage|search|search this site|close|close menu|open menu|show menu|toggle "
        "navigation|breadcrumb|you are here|sections|all sections|log in|login|sign in|sign up|sign out|"
        "log out|register|my account|create account|subscribe|subscribe now|become a member|donate|support "
        "us|e-paper|contact|contact us|about us|privacy|privacy policy|terms of use|terms of service|"
        "terms and conditions|cookie policy|cookie settings|cookies|advertise with us|sitemap|site map|"
        "imprint|accessibility|faq|help|careers|rss|next|previous|next article|previous article|"
        "next post|previous post|older posts|newer posts|load more|show more|see more|view more|more|"
        "view all|see all|show all|read more|read full article|read the full story|continue reading|"
        "latest news|latest|breaking news|live|video|videos|photos|gallery|news|thumbnail|image|photo|"
        "enlarge image|view gallery|file photo|caption|photo caption|image caption|play video|watch "
        "live|listen|loading"},
    Phrases{
        Furniture::line,
        "share|share this|share this post|share this article|share this story|share this page|share it|"
        "share article|share on|share via|share with friends|share on facebook|share on twitter|share on x|"
        "share on linkedin|share on whatsapp|share via email|tweet|tweet this|retweet|like|like this|pin "
        "it|facebook|twitter|whatsapp|telegram|linkedin|instagram|pinterest|reddit|youtube|tumblr|email|"
        "e-mail|mail|email this|email this article|email to a friend|print|print this|print this article|"
        "print article|copy link|link copied|copy url|save|save article|save for later|bookmark|follow us|"
        "follow us on twitter|follow us on facebook|follow|# shares|# share|shares|# views|# likes|"
        "comment|comment this post|comment on this|comment on this article|comment on this post|add a "
        "comment|post a comment|leave a reply to this|write a comment|join the discussion|join the "
        "conversation|be the first to comment|no comments|no comments yet|report an error|report this ad|"
        "# min read|# minute read|# minutes read|reading time # minutes|listen to this article|click to "
        "print|click to share|font size|text size|"
        "advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted content|"
        "paid content|story continues below advertisement|article continues below advertisement|"
        "article continues after advertisement|story continues below|continue reading below|"
        "scroll to continue|newsletter|newsletters|sign up for our newsletter|sign up to our newsletter|"
        "subscribe to our newsletter|get our newsletter|enter your email|enter your email address|"
        "your email address|accept|accept all|accept cookies|accept all cookies|reject all|i agree|got it|"
        "manage cookies|all rights reserved"},
    Phrases{
        Furniture::line,
        "zum inhalt springen|zum hauptinhalt springen|direkt zum inhalt|startseite|suche|menu schliessen|"
        "teilen|artikel teilen|beitrag teilen|drucken|artikel drucken|merken|kommentieren|kommentar "
        "schreiben|anzeige|werbung|abonnieren|newsletter abonnieren|anmelden|abmelden|registrieren|"
        "impressum|datenschutz|mehr anzeigen|weiterlesen|mehr lesen|nach oben|alle akzeptieren|"
        "zuruck|weiter|kontakt|"
        "aller au contenu|aller au contenu principal|accueil|rechercher|partager|partager cet article|"
        "imprimer|commenter|publicite|s'abonner|abonnez-vous|se connecter|lire la suite|voir plus|"
        "mentions legales|tout accepter|"
        "saltar al contenido|ir al contenido|inicio|buscar|compartir|compartir en facebook|compartir esta "
        "noticia|imprimir|comentar|publicidad|suscribete|suscribirse|iniciar sesion|leer mas|ver mas|"
        "aviso legal|politica de privacidad|aceptar|"
        "vai al contenuto|condividi|stampa|commenta|pubblicita|abbonati|accedi|leggi tutto|leggi di piu|"
        "ir para o conteudo|pular para o conteudo|compartilhar|compartilhe|partilhar|publicidade|assine|"
        "leia mais|entrar|saiba mais|"
        "ga naar de inhoud|delen|reageren|advertentie|lees meer|lees verder|inloggen|zoeken|"
        "przejdz do tresci|udostepnij|skomentuj|reklama|czytaj wiecej|drukuj|zaloguj|"
        "перейти к содержанию|перейти к основному содержанию|главная|поиск|меню|поделиться|"
        "комментировать|оставить комментарий|реклама|подписаться|подпишитесь|войти|распечатать|"
        "версия для печати|читать далее|читать дальше|подробнее|наверх|на главную|"
        "перейти до змісту|поширити|поділитися|читати далі|увійти|головна|"
        "الرئيسية|بحث|مشاركة|شارك|شارك هذا المقال|شاركها|طباعة|تعليق|اضف تعليق|اعلان|اعلانات|اشترك|"
        "اقرا المزيد|المزيد|تسجيل الدخول|القائمة|"
        "paylas|yorum yap|reklam|devamini oku|ana sayfa|abone ol|yazdir"},
    Phrases{
        Furniture::links,
        "related|related articles|related article|related stories|related story|related news|related "
        "posts|related content|related topics|related coverage|related links|related video|"
        "more on this story|more on this topic|more from this author|more stories|more news|more from this "
        "section|more like this|more to read|more to explore|read next|up next|what to read next|"
        "read also|also read|see also|you may also like|you might also like|you may also be interested in|"
        "recommended|recommended for you|recommended stories|recommended articles|suggested for you|"
        "from around the web|around the web|from the web|trending|trending now|trending stories|"
        "most read|most popular|most viewed|most commented|most shared|popular|popular posts|popular "
        "stories|popular now|top stories|top news|latest stories|latest articles|latest posts|"
        "recent posts|recent articles|recent stories|recent comments|editors' picks|editor's picks|"
        "editors picks|don't miss|in case you missed it|promoted stories|sponsored stories|"
        "tags|topics|topics in this article|filed under|categories|archives|blogroll|follow us on|"
        "mehr zum thema|lesen sie auch|das konnte sie auch interessieren|auch interessant|meistgelesen|"
        "weitere artikel|verwandte artikel|themen|schlagworte|"
        "a lire aussi|lire aussi|sur le meme sujet|les plus lus|articles lies|"
        "noticias relacionadas|te puede interesar|lo mas leido|lo mas visto|mas noticias|etiquetas|"
        "leggi anche|articoli correlati|piu letti|potrebbe interessarti|"
        "leia tambem|noticias relacionadas|mais lidas|veja tambem|veja mais|relacionadas|"
        "lees ook|meest gelezen|meer over dit onderwerp|czytaj takze|zobacz takze|najczesciej czytane|"
        "читайте также|читайте также|по теме|материалы по теме|популярное|самое читаемое|смотрите "
        "также|другие новости|последние новости|новости по теме|читайте також|теги|"
        "اقرا ايضا|مواضيع ذات صلة|الاكثر قراءة|اخبار ذات صلة|ilgili haberler"},
    Phrases{
        Furniture::comments,
        "comments|# comments|# comment|comments #|comments (#|comment #|view comments|view comments #|view "
        "all comments|show comments|show comments #|read comments|"
        "leave a comment|leave a reply|leave a comment below|cancel reply|post your comment|reader "
        "comments|# responses|# replies|"
        "kommentare|# kommentare|kommentare #|commentaires|# commentaires|laisser un commentaire|"
        "comentarios|# comentarios|deja un comentario|deja una respuesta|comentarios|# comentario|deixe um "
        "comentario|deixe uma resposta|commenti|# commenti|lascia un commento|reacties|# reacties|"
        "komentarze|# komentarze|комментарии|# комментариев|# комментария|# комментарий|комментарии #|"
        "коментарі|التعليقات|# تعليقات|تعليقات|اترك تعليقا|yorumlar"},
};

constexpr std::array beginnings{
    Phrases{
        Furniture::line,
        "click to share on |click here to |share on |share this on |share via |follow us on |follow us "
        "at |find us on |join us on |like us on |sign up for |sign up to |sign up here|subscribe to "
        "|subscribe for |subscribe now |get the latest news |get our newsletter |download our app|download "
        "the app|"
        "log in to |sign in to |copyright #|copyright © |copyright (c|all rights reserved|we use "
        "cookies|this site uses cookies|"
        "this website uses cookies|by using this site|read more about |read more at |watch live |"
        "skip to |"
        "wir verwenden cookies|folgen sie uns |folgt uns |abonnieren sie |auf facebook teilen|auf twitter "
        "teilen|suivez-nous |partager sur |nous utilisons des cookies|siguenos en |compartir en "
        "|seguici su |condividi su |compartilhar no |siga-nos |volg ons |поделиться в |подписывайтесь |"
        "подпишитесь на |следите за нами |تابعنا على |شارك على "},
    Phrases{Furniture::links,
            "more from the |related: |read more: |read also: |also read: |see also: |read next: "
            "|watch: |lesen sie auch: |lire aussi |a lire aussi |lea tambien |leggi anche |leia tambem |lees "
            "ook |читайте также |lesen sie mehr |leia mais: |leer mas: "},
};

constexpr std::size_t longest_line = 100;  // of what only begins like furniture; weight
constexpr std::size_t most_words_of_a_line = 14;

using Table = std::unordered_map<std::string_view, Furniture>;

template <std::size_t count>
Table table_of(const std::array<Phrases, count>& rows) {
  Table table;
  for (const auto& row : rows) {
    std::string_view rest = row.text;
    while (!rest.empty()) {
      const auto end = std::min(rest.find('|'), rest.size());
      if (end > 0) table.emplace(rest.substr(0, end), row.furniture);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table;
}

/// "1,204 comments" as "# comments".
std::string with_numbers_as_one(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_inside = !result.empty() && result.back() == '#';
    if (is_digit(text[at])) {
      if (!is_inside) result += '#';
    } else if (is_inside && (text[at] == ',' || text[at] == '.') && at + 1 < text.size() &&
               is_digit(text[at + 1])) {
      continue;
    } else {
      result += text[at];
    }
  }
  return result;
}

Furniture of_its_beginning(const std::string& key) {
  static const Table table = table_of(beginnings);
  for (const auto& [phrase, furniture] : table)
    if (key.starts_with(phrase)) return furniture;
  return Furniture::none;
}

}  // namespace

Furniture furniture_of(std::string_view line) {
  static const Table table = table_of(whole_lines);
  if (line.size() > 4 * longest_line) return Furniture::none;
  if (line.starts_with("\u00A9")) return Furniture::line;
  const auto key = with_numbers_as_one(line_key(line));
  if (const auto found = table.find(key); found != table.end()) return found->second;
  if (weight_of(line) > longest_line || words_of(line).size() > most_words_of_a_line) return Furniture::none;
  return of_its_beginning(key);
}

}  // namespace morgue
