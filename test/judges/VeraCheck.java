import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges each file by each flavour (ua1, 2a, ...) with veraPDF. A line per judgement: flavour, file, number of assertions
 * tested, and each failed rule once, with how often it failed and its message; tabs between them.
 */
public class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    String[] flavours = arguments[0].split(",");
    for (int index = 1; index < arguments.length; index++)
      for (String name : flavours) judge(PDFAFlavour.fromString(name), name, new File(arguments[index]));
  }

  private static void judge(PDFAFlavour flavour, String name, File file) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, Integer> counts = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions())
        if (assertion.getStatus() == TestAssertion.Status.FAILED)
          counts.merge(
              assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage(),
              1,
              Integer::sum);
      StringBuilder line = new StringBuilder(name + "\t" + file + "\t" + result.getTotalAssertions());
      for (Map.Entry<String, Integer> count : counts.entrySet())
        line.append("\t").append(count.getKey().replaceAll("\\s+", " ")).append(" (").append(count.getValue()).append(")");
      System.out.println(line);
    }
  }
}
