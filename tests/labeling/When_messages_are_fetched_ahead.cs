using DialInsight.Labeling.Labels;
using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Options;

namespace DialInsight.Labeling.Tests;

public sealed class When_messages_are_fetched_ahead
{
    /// <summary>RabbitMQ takes a message back that is not acknowledged within half an hour, of which the model's absence may take ten minutes for a label and ten for its repair.</summary>
    private const int MostMinutes = 10;

    [Theory]
    [InlineData(64, 3)]
    [InlineData(256, 10)]
    [InlineData(4096, 500)]
    public void None_waits_for_its_turn_under_a_limit_for_so_long_that_the_broker_takes_it_back(int concurrency, int perMinute)
    {
        LabelRequestedConsumerDefinition worker = Of(new() { MaxConcurrency = concurrency, RequestsPerMinute = perMinute });

        Assert.InRange((double)worker.Prefetch / perMinute, 0, MostMinutes);
        Assert.InRange(worker.ConcurrentMessageLimit!.Value, 2, worker.Prefetch);
    }

    [Fact]
    public void Without_a_limit_every_call_that_the_model_takes_has_a_message_and_few_wait()
    {
        LabelRequestedConsumerDefinition worker = Of(new() { MaxConcurrency = 256 });

        Assert.InRange(worker.ConcurrentMessageLimit!.Value, 257, worker.Prefetch);
        Assert.InRange(worker.Prefetch, 257, 2 * 256);
    }

    [Fact]
    public void An_endpoint_without_a_limit_lifts_that_of_the_others()
    {
        EndpointSettings limited = new() { Endpoint = new("http://one"), Model = "m", RequestsPerMinute = 3 }, free = new() { Endpoint = new("http://two"), Model = "m" };

        Assert.InRange(Of(new() { MaxConcurrency = 64, Endpoints = [limited, free] }).Prefetch, 64, 128);
        Assert.InRange(Of(new() { MaxConcurrency = 64, Endpoints = [limited, limited] }).Prefetch, 2, 20);
    }

    private static LabelRequestedConsumerDefinition Of(LanguageModelSettings labeller) => new(Options.Create(new ModelSettings { Labeller = labeller }));
}
