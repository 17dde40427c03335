/** Loads the library that is its argument into the JVM that it runs in. */
public final class Probe {
    private Probe() {}

    private static native int answer();

    public static void main(String[] arguments) {
        System.load(arguments[0]);
        System.out.println(
                "the JVM says " + answer() + " on " + System.getProperty("os.arch") + "-" + System.getProperty("os.name"));
    }
}
