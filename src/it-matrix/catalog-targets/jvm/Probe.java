import java.io.File;

/** Loads the library that is its argument into the JVM that it runs in. */
public final class Probe {
    private Probe() {}

    private static native int answer();

    public static void main(String[] arguments) {
        // On Windows the path of another system needs a drive.
        System.load(new File(arguments[0]).getAbsolutePath());
        System.out.println(
                "the JVM says "
                        + answer()
                        + " on "
                        + System.getProperty("os.arch")
                        + "-"
                        + System.getProperty("os.name"));
    }
}
