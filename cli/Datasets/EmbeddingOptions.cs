using System.Collections;
using System.CommandLine;
using System.Globalization;
using DialInsight.LanguageModels;
using DialInsight.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Cli.Datasets;

/// <summary>The model that a command has make its vectors, as it is told on the command line.</summary>
internal sealed class EmbeddingOptions
{
    private const string Section = "Embedding";

    private readonly Option<string?> _model = new("--embeddings-model")
    {
        Description = $"Vectors by this model of an OpenAI-compatible endpoint, in place of token counts. Its other settings may stand in the environment, as {Section}__PricePerMillionInput.",
    };

    private readonly Option<string?> _endpoint = new("--embeddings-endpoint") { Description = $"Its base URL, such as http://localhost:11434/v1; else {Section}__Endpoint; else OpenAI's." };
    private readonly Option<int?> _dimensions = new("--embeddings-dimensions") { Description = "How many numbers a vector shall have, where the model lets one choose." };
    private readonly Option<string?> _cache = new("--embeddings-cache") { Description = "The folder where vectors are kept, so that none is paid twice; else dialinsight in the folder for applications' data." };
    private readonly Option<string?> _key = new("--api-key") { Description = $"The endpoint's key; else {Section}__ApiKey of the environment." };
    private readonly Option<string?> _keyFile = new("--api-key-file") { Description = "A file that holds the key." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_model, _endpoint, _dimensions, _key, _keyFile, _cache])
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_model) is null && new object?[] { result.GetValue(_endpoint), result.GetValue(_dimensions), result.GetValue(_cache), result.GetValue(_key), result.GetValue(_keyFile) }.Any(value => value is not null))
                result.AddError("--embeddings-model names the endpoint's model, for instance text-embedding-3-small or bge-m3; without it no vectors are asked for.");
        });
    }

    /// <summary>The model; null where none is named.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting cannot be right.</exception>
    public EmbeddingRun? Open(ParseResult parsed)
    {
        if (parsed.GetValue(_model) is not { } model)
            return null;
        string cache = parsed.GetValue(_cache) ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "dialinsight");
        Dictionary<string, string?> settings = new()
        {
            ["Storage:Provider"] = "SQLite",
            ["Storage:Path"] = cache,
            [$"{Section}:Model"] = model,
        };
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith($"{Section}__", StringComparison.OrdinalIgnoreCase))
                settings.TryAdd(name.Replace("__", ":", StringComparison.Ordinal), variable.Value as string);
        }

        foreach ((string setting, string? given) in (ReadOnlySpan<(string, string?)>)
            [("Endpoint", parsed.GetValue(_endpoint)), ("Dimensions", parsed.GetValue(_dimensions)?.ToString(CultureInfo.InvariantCulture)), ("ApiKey", parsed.GetValue(_key)), ("ApiKeyFile", parsed.GetValue(_keyFile))])
        {
            if (given is not null)
                settings[$"{Section}:{setting}"] = given;
        }

        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new EmbeddingRun(new ServiceCollection().AddLogging().AddDocumentStore(configuration).AddLanguageModels(configuration).BuildServiceProvider(), cache);
    }
}
