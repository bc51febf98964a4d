package org.lode.sim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.lode.sim.config.ConfigException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command throws into one line on stderr and an exit code; the user never sees a stack trace. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler, IExitCodeExceptionMapper {
    /** Exceptions that mean the input is wrong, and whose message says where and why. Add a reader's own here. */
    private static final List<Class<? extends Throwable>> WRONG_INPUT = List.of(
            ConfigException.class, ParameterException.class, FileSystemException.class, CharacterCodingException.class);

    private final PrintWriter err;
    private final boolean verbose;

    Failures(PrintWriter err, String[] args) {
        this.err = err;
        this.verbose = List.of(args).contains("--verbose"); // needed before, and even if, parsing fails
    }

    /** Sets the level that the logging configuration reads when the first logger is made. */
    void logAsAsked() {
        if (verbose) {
            System.setProperty("lode.log", "DEBUG");
        }
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        print(oneLine(wrong) + suggestion(wrong) + " (try '"
                + command.getCommandSpec().qualifiedName() + " --help')");
        return Lode.WRONG_INPUT;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        return report(thrown);
    }

    @Override
    public int getExitCode(Throwable thrown) {
        return isWrongInput(cause(thrown)) ? Lode.WRONG_INPUT : Lode.FAILED;
    }

    /** Prints one line about {@code thrown} and returns the exit code it stands for. */
    int report(Throwable thrown) {
        Throwable cause = cause(thrown);
        if (cause instanceof ConfigException wrong) {
            wrong.problems().forEach(err::println); // each FILE:LINE: message
        } else if (isWrongInput(cause)) {
            print(oneLine(cause));
        } else if (cause instanceof IOException) {
            print("cannot read or write: " + oneLine(cause));
        } else if (cause instanceof OutOfMemoryError) {
            print("out of memory; give Java more, as in LODE_JAVA_OPTS=-Xmx8g");
        } else {
            print("internal error: " + cause.getClass().getSimpleName() + ": " + oneLine(cause)
                    + whereTheTraceIs(cause));
            return Lode.FAILED;
        }
        if (verbose) {
            print("the stack trace" + whereTheTraceIs(cause));
        }
        return getExitCode(cause);
    }

    private void print(String line) {
        err.println("lode: " + line);
    }

    /** The model's own checks throw IllegalArgumentException with name, value and rule; the JDK's are our mistakes. */
    private static boolean isWrongInput(Throwable cause) {
        return WRONG_INPUT.stream().anyMatch(type -> type.isInstance(cause))
                || (cause instanceof IllegalArgumentException && thrownByLode(cause));
    }

    private static boolean thrownByLode(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.lode.");
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && (cause instanceof UncheckedIOException
                        || cause instanceof ExecutionException
                        || cause instanceof CompletionException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String oneLine(Throwable cause) {
        String message = cause.getMessage();
        if (message == null) {
            return "no message";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() == null) {
            message = refused.getFile() + ": " + rule(refused);
        } else if (cause instanceof CharacterCodingException) {
            message = "not a UTF-8 text: " + message;
        }
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    private static String rule(FileSystemException refused) {
        if (refused instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (refused instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (refused instanceof FileAlreadyExistsException) {
            return "already exists";
        }
        return refused instanceof NotDirectoryException ? "not a directory" : "cannot be read or written";
    }

    private static String suggestion(ParameterException wrong) {
        var text = new StringWriter();
        if (wrong instanceof UnmatchedArgumentException
                && UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(text, true))) {
            return "; " + text.toString().strip().replaceAll("\\s*\\R\\s*", "; ");
        }
        return "";
    }

    private String whereTheTraceIs(Throwable cause) {
        if (!verbose) {
            return " (--verbose keeps the stack trace)";
        }
        try {
            Path log = Files.createTempFile("lode-error-", ".log");
            var text = new StringWriter();
            cause.printStackTrace(new PrintWriter(text, true));
            Files.writeString(log, text.toString());
            return " (stack trace in " + log + ")";
        } catch (IOException failed) {
            return " (the stack trace could not be kept: " + failed.getMessage() + ")";
        }
    }
}
