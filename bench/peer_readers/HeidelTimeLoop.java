import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Arrays;

/**
 * HeidelTime over a folder in one process: NUMBER_YYYY-MM-DD.txt becomes NUMBER_YYYY-MM-DD.xml. The Python package
 * starts a Java machine for every document, which is most of what it costs.
 *
 * <p>Arguments: folder, language (english or spanish), config.props.
 */
public class HeidelTimeLoop {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Language language = Language.getLanguageFromString(arguments[1]);
    HeidelTimeStandalone reader =
        new HeidelTimeStandalone(language, DocumentType.NEWS, OutputType.TIMEML, arguments[2]);
    var files = folder.toFile().listFiles((at, name) -> name.endsWith(".txt"));
    Arrays.sort(files);
    for (var file : files) {
      String stem = file.getName().substring(0, file.getName().length() - 4);
      var day = new SimpleDateFormat("yyyy-MM-dd").parse(stem.split("_")[1]);
      String read = reader.process(Files.readString(file.toPath()), day);
      Files.writeString(folder.resolve(stem + ".xml"), read);
    }
  }
}
