package io.github.rustcross.maven.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of what pip prints")
class PipOutputTest {
  @Test
  @DisplayName("its errors are kept, with the reason of its last try")
  void network() {
    assertThat(
            PipOutput.reason(
                """
                WARNING: Retrying (Retry(total=1, connect=None)) after connection broken by \
                'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at \
                0x7fa8>: Failed to establish a new connection: [Errno -3] Try again')': /simple/x/
                WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by \
                'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at \
                0x7fa8>: Failed to establish a new connection: [Errno -2] Name unknown')': /simple/x/
                ERROR: No matching distribution found for x==1.0
                """))
        .isEqualTo(
            """
            ERROR: No matching distribution found for x==1.0
            connection broken: Failed to establish a new connection: [Errno -2] Name unknown\
            """);
  }

  @Test
  @DisplayName("a trace of its own functions is left out, but not what it ends with")
  void trace() {
    assertThat(
            PipOutput.reason(
                """
                ERROR: Exception:
                Traceback (most recent call last):
                  File "pip/_internal/cli/base_command.py", line 180, in exc_logging_wrapper
                    status = run_func(*args)
                OSError: [Errno 5] Input/output error
                """))
        .isEqualTo("OSError: [Errno 5] Input/output error");
  }

  @Test
  @DisplayName("all is kept where nothing is called an error")
  void plain() {
    assertThat(PipOutput.reason("No module named pip\n")).isEqualTo("No module named pip");
  }
}
