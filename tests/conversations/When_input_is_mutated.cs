using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Parsing.Json;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

/// <summary>Whatever is read, each record is a conversation or a reason.</summary>
public sealed class When_input_is_mutated
{
    [Fact]
    public async Task Should_never_throw_while_parsing()
    {
        var random = new Random(20260501);
        TranscriptFormat?[] formats = [null, .. Enum.GetValues<TranscriptFormat>().Cast<TranscriptFormat?>()];
        for (int round = 0; round < 10_000; round++)
        {
            (TranscriptFormat? format, byte[] seed) = MutatedInput.Seeds[round % MutatedInput.Seeds.Length];
            byte[] input = MutatedInput.Of(seed, random);

            // Mostly as what it is, now and then as something else.
            format = random.Next(5) == 0 ? formats[random.Next(formats.Length)] : format;
            try
            {
                await foreach (ParsedRecord record in TranscriptParser.ParseAsync(new MemoryStream(input), format, "f", new ParseContext(BuiltInMappings.All), TestContext.Current.CancellationToken))
                    Assert.True(record.Conversation is null != record.Refusal is null);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round} as {format}: {exception}\n{Convert.ToBase64String(input)}");
            }
        }
    }
}
