using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace DialInsight.Hosting;

/// <summary>The line that tells why a start failed.</summary>
public static class StartFailure
{
    /// <summary>One line: what the exception says, without its stack. Several wrong settings are separated by semicolons.</summary>
    public static string Line(Exception exception)
    {
        Exception cause = exception is AggregateException { InnerExceptions.Count: 1 } aggregate ? aggregate.InnerExceptions[0] : exception;
        string message = cause switch
        {
            AggregateException several => string.Join("; ", several.InnerExceptions.SelectMany(Messages)),
            _ => string.Join("; ", Messages(cause)),
        };
        return string.Join("; ", message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static IEnumerable<string> Messages(Exception exception) =>
        exception switch
        {
            OptionsValidationException options => options.Failures,
            IOException { InnerException: AddressInUseException } => [$"{exception.Message.TrimEnd('.')}. Listen elsewhere with --urls, for instance --urls http://127.0.0.1:8081."],
            _ => [exception.Message],
        };
}
