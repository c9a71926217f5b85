using DialInsight.LanguageModels.Settings;
using DialInsight.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_settings_are_read
{
    [Fact]
    public void Should_work_offline_where_nothing_is_set()
    {
        ModelSettings settings = Read();

        Assert.Equal(ModelProvider.Offline, settings.Labeller.Provider);
        Assert.Equal(settings.Labeller, settings.Judge);
    }

    [Fact]
    public void Should_take_an_endpoint_as_the_wish_to_use_it()
    {
        ModelSettings settings = Read(("LanguageModel:Endpoint", "http://localhost:11434/v1/"), ("LanguageModel:Model", "qwen3"));

        Assert.Equal(ModelProvider.OpenAI, settings.Labeller.Provider);
        Assert.Equal(new Uri("http://localhost:11434/v1"), settings.Labeller.Endpoint);
    }

    [Fact]
    public void Should_fall_back_for_the_judge_key_by_key()
    {
        ModelSettings settings = Read(
            ("LanguageModel:ApiKey", "key"), ("LanguageModel:Model", "a"), ("LanguageModel:MaxConcurrency", "5"), ("LanguageModel:PricePerMillionInput", "0.3"),
            ("Judge:Model", "b"), ("Judge:Temperature", "0"));

        Assert.Equal(settings.Labeller with { Model = "b", Temperature = 0 }, settings.Judge);
        Assert.Equal(LanguageModelSettings.DefaultEndpoint, settings.Judge.Endpoint);
    }

    [Fact]
    public void Should_not_send_one_endpoints_key_to_another()
    {
        ModelSettings settings = Read(
            ("LanguageModel:ApiKey", "key"), ("LanguageModel:Model", "a"), ("Judge:Endpoint", "http://localhost:8000/v1"));

        Assert.Null(settings.Judge.ApiKey);
    }

    [Fact]
    public void Should_let_the_judge_be_real_while_the_labeller_is_not()
    {
        ModelSettings settings = Read(("LanguageModel:Provider", "offline"), ("Judge:Endpoint", "http://localhost:8000/v1"), ("Judge:Model", "b"));

        Assert.Equal((ModelProvider.Offline, ModelProvider.OpenAI), (settings.Labeller.Provider, settings.Judge.Provider));
    }

    [Fact]
    public async Task Should_read_the_key_from_a_file()
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "sk-from-file\n");

        Assert.Equal("sk-from-file", Read(("LanguageModel:ApiKeyFile", file), ("LanguageModel:Model", "a")).Labeller.ApiKey);

        File.Delete(file);
    }

    [Fact]
    public void Should_read_several_endpoints_for_judge_and_labeller()
    {
        ModelSettings settings = Read(
            ("LanguageModel:Model", "a"), ("LanguageModel:RequestsPerMinute", "60"),
            ("LanguageModel:Endpoints:0:Endpoint", "http://one/v1"), ("LanguageModel:Endpoints:0:ApiKey", "k1"), ("LanguageModel:Endpoints:0:Weight", "3"),
            ("LanguageModel:Endpoints:1:Endpoint", "http://two/v1/"), ("LanguageModel:Endpoints:1:Model", "a-at-two"), ("LanguageModel:Endpoints:1:RequestsPerMinute", "600"),
            ("Judge:Model", "b"));

        Assert.Equal(ModelProvider.OpenAI, settings.Labeller.Provider);
        Assert.Equal(
            [
                new EndpointSettings { Endpoint = new("http://one/v1"), ApiKey = "k1", Model = "a", Weight = 3, RequestsPerMinute = 60 },
                new EndpointSettings { Endpoint = new("http://two/v1"), Model = "a-at-two", RequestsPerMinute = 600 },
            ],
            settings.Labeller.Endpoints);
        Assert.Equal(["b", "b"], settings.Judge.Endpoints.Select(endpoint => endpoint.Model));
    }

    [Theory]
    [InlineData("LanguageModel:Endpoints:0:Model", "a", "LanguageModel:Endpoints:0:Endpoint is missing")]
    [InlineData("LanguageModel:Endpoints:0:Wieght", "2", "LanguageModel:Endpoints:0:Wieght is not a setting")]
    [InlineData("AnswerCache:MaximumEntries", "0", "AnswerCache:MaximumEntries must be a whole number, 1 or more")]
    [InlineData("Embedding:Endpoint", "http://localhost/v1", "Embedding:Model is missing")]
    [InlineData("LanguageModel:Temperature", "hot", "LanguageModel:Temperature must be a number from 0 to 2, not 'hot'")]
    [InlineData("LanguageModel:Temperature", "2.5", "LanguageModel:Temperature must be a number from 0 to 2, not '2.5'")]
    [InlineData("LanguageModel:MaxConcurrency", "0", "LanguageModel:MaxConcurrency must be a whole number from 1 to 4096, not '0'")]
    [InlineData("LanguageModel:PricePerMillionInput", "-1", "LanguageModel:PricePerMillionInput must be a price from 0 to 1000000, with a decimal point, not '-1'")]
    [InlineData("LanguageModel:Provider", "Azure", "LanguageModel:Provider must be one of Offline, OpenAI, not 'Azure'")]
    [InlineData("LanguageModel:Provider", "1", "LanguageModel:Provider must be one of Offline, OpenAI, not '1'")]
    [InlineData("LanguageModel:Endpoint", "localhost", "LanguageModel:Endpoint must be a base URL")]
    [InlineData("LanguageModel:Endpoint", "http://localhost/v1/chat/completions", "LanguageModel:Endpoint must be a base URL")]
    [InlineData("LanguageModel:Endpoint", "http://localhost/v1", "LanguageModel:Model is missing")]
    [InlineData("LanguageModel:Temprature", "1", "LanguageModel:Temprature is not a setting; there are ApiKey,")]
    [InlineData("LanguageModel:ApiKeyFile", "/no/such/file", "LanguageModel:ApiKeyFile names /no/such/file, which cannot be read")]
    [InlineData("Judge:TimeoutSeconds", "soon", "Judge:TimeoutSeconds must be a whole number from 1 to 3600, not 'soon'")]
    public void Should_name_what_is_wrong_in_one_line(string key, string value, string message)
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void Should_want_a_key_for_OpenAI_itself()
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Read(("LanguageModel:Provider", "OpenAI"), ("LanguageModel:Model", "gpt-4.1-mini")));

        Assert.Contains("LanguageModel:ApiKey is missing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_never_repeat_a_key()
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Read(("LanguageModel:ApiKey", "sk-secret")));

        Assert.DoesNotContain("sk-secret", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", new LanguageModelSettings { Provider = ModelProvider.OpenAI, ApiKey = "sk-secret" }.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", 1)]
    [InlineData("b", 0)]
    public async Task Should_warn_once_when_a_model_judges_itself(string judge, int warnings)
    {
        var log = new WarningLog();
        await using ServiceProvider provider = Services(("LanguageModel:Endpoint", "http://localhost/v1"), ("LanguageModel:Model", "a"), ("Judge:Model", judge))
            .AddLogging(logging => logging.AddProvider(log)).BuildServiceProvider();

        foreach (IHostedService service in provider.GetServices<IHostedService>())
            await service.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(warnings, log.Messages.Count(message => message.Contains("judges them", StringComparison.Ordinal)));
    }

    private static ModelSettings Read(params (string Key, string Value)[] settings)
    {
        using ServiceProvider provider = Services(settings).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ModelSettings>>().Value;
    }

    private static ServiceCollection Services(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddDocumentStore(configuration).AddLanguageModels(configuration).AddLanguageModels(configuration);
        return services;
    }

    private sealed class WarningLog : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Messages { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Messages.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
