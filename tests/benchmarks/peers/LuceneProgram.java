// SPDX-License-Identifier: GPL-3.0-or-later
// LuceneProgram index|add ROWS DIRECTORY puts the articles of ROWS (as articles.py writes them) into an index;
// LuceneProgram answer QUERIES DIRECTORY answers queries (class, asked and words, by tabs) and prints JSON lines.
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public class LuceneProgram {
  static final String[] searched = {"title", "people", "body"};
  static final int best = 10;
  static final int warmUps = 5;

  /// English without stop words.
  static final Analyzer analyzer = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
      return new TokenStreamComponents(tokenizer, new PorterStemFilter(new ASCIIFoldingFilter(words)));
    }
  };

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("answer")) new Answers(Path.of(arguments[2])).run(Path.of(arguments[1]));
    else index(Path.of(arguments[1]), Path.of(arguments[2]));
  }

  static void index(Path rows, Path into) throws Exception {
    FieldType text = new FieldType(TextField.TYPE_STORED);
    text.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    FacetsConfig facets = new FacetsConfig();
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256);
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(into), config);
         BufferedReader reader = Files.newBufferedReader(rows, StandardCharsets.UTF_8)) {
      for (String line; (line = reader.readLine()) != null;) {
        String[] values = line.split("\t", -1);
        Document article = new Document();
        article.add(new StringField("id", values[0], Field.Store.YES));
        article.add(new Field("title", plain(values[1]), text));
        article.add(new Field("body", plain(values[2]), text));
        article.add(new Field("people", plain(values[3]), text));
        article.add(new SortedDocValuesField("published", new BytesRef(values[4])));
        if (!values[5].isEmpty()) article.add(new SortedSetDocValuesFacetField("source", plain(values[5])));
        writer.updateDocument(new Term("id", values[0]), facets.build(article));
      }
    }
  }

  static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) return escaped;
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); ++i) {
      char letter = escaped.charAt(i);
      text.append(letter == '\\' ? meant(escaped.charAt(++i)) : letter);
    }
    return text.toString();
  }

  static char meant(char escaped) {
    switch (escaped) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      default: return escaped;
    }
  }

  static class Answers {
    final DirectoryReader reader;
    final IndexSearcher searcher;
    final UnifiedHighlighter highlighter;
    final DefaultSortedSetDocValuesReaderState sources;
    long read = 0;

    Answers(Path index) throws Exception {
      reader = DirectoryReader.open(FSDirectory.open(index));
      searcher = new IndexSearcher(reader);
      highlighter = new UnifiedHighlighter(searcher, analyzer);
      highlighter.setMaxLength(Integer.MAX_VALUE - 1);
      sources = new DefaultSortedSetDocValuesReaderState(reader);
    }

    void run(Path path) throws Exception {
      List<String[]> queries = new ArrayList<>();
      for (String line : Files.readAllLines(path)) queries.add(line.split("\t", -1));
      for (int i = 0; i < warmUps; ++i)
        for (String[] query : queries) answer(query[1], query[2].split(" "));
      for (String[] query : queries) {
        long begin = System.nanoTime();
        int total = answer(query[1], query[2].split(" "));
        double passed = (System.nanoTime() - begin) / 1e6;
        System.out.println("{\"class\": \"" + query[0] + "\", \"total\": " + total + ", \"ms\": " + passed + "}");
      }
    }

    int answer(String asked, String[] words) throws Exception {
      Query query = query(asked, words);
      TopDocsCollector<?> top = asked.equals("newest")
          ? TopFieldCollector.create(new Sort(new SortField("published", SortField.Type.STRING, true)), best, Integer.MAX_VALUE)
          : TopScoreDocCollector.create(best, Integer.MAX_VALUE);
      FacetsCollector matches = new FacetsCollector();
      if (asked.equals("facets")) searcher.search(query, MultiCollector.wrap(top, matches));
      else searcher.search(query, top);
      var found = top.topDocs();
      Map<String, String[]> marked = highlighter.highlightFields(searched, query, found, new int[] {1, 1, 1});
      for (String[] texts : marked.values())
        for (String text : texts) read += text == null ? 0 : text.length();
      for (var hit : found.scoreDocs) read += searcher.doc(hit.doc, Set.of("id")).get("id").length();
      if (asked.equals("facets")) {
        var counts = new SortedSetDocValuesFacetCounts(sources, matches).getTopChildren(best, "source");
        read += counts == null ? 0 : counts.childCount;
      }
      return (int) found.totalHits.value;
    }

    Query query(String asked, String[] words) throws Exception {
      if (asked.equals("phrase")) return inAnyField(field -> new PhraseQuery(field, stems(words)));
      if (asked.equals("prefix")) return inAnyField(field -> new PrefixQuery(new Term(field, words[0])));
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      for (String stem : stems(words)) {
        Query one = asked.equals("person") ? new TermQuery(new Term("people", stem))
                                           : inAnyField(field -> new TermQuery(new Term(field, stem)));
        all.add(one, asked.equals("any") ? Occur.SHOULD : Occur.MUST);
      }
      return all.build();
    }

    interface InField {
      Query query(String field) throws Exception;
    }
    static Query inAnyField(InField part) throws Exception {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String field : searched) any.add(part.query(field), Occur.SHOULD);
      return any.build();
    }

    static String[] stems(String[] words) throws Exception {
      List<String> stems = new ArrayList<>();
      try (TokenStream stream = analyzer.tokenStream("body", String.join(" ", words))) {
        CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
        for (stream.reset(); stream.incrementToken();) stems.add(stem.toString());
        stream.end();
      }
      return stems.toArray(new String[0]);
    }
  }
}
