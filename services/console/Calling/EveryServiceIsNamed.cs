using Microsoft.Extensions.Options;

namespace DialInsight.WebConsole.Calling;

/// <summary>Stops the start of a console that has no services beside it and does not know where they are.</summary>
internal sealed class EveryServiceIsNamed : IValidateOptions<ConsoleSettings>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ConsoleSettings options)
    {
        string[] missing = [.. options.All().Where(service => service.Address is not { IsAbsoluteUri: true }).Select(service => service.Service)];
        return missing.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Console must tell the address of {string.Join(", ", missing)}: Console__Ingest=http://ingest:8080 and so on.");
    }
}
