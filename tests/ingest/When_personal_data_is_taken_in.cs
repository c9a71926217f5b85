using System.Text.Json;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

public sealed class When_personal_data_is_taken_in(IngestHost host) : IClassFixture<IngestHost>
{
    private const string Body = """
        {"language":"en","turns":[{"role":"reader","text":"My name is Harriet Quill, call 415-555-0132."},{"role":"librarian","text":"Thank you, Ms. Quill. The room is 12 dollars."}]}
        """;

    [Fact]
    public async Task Should_keep_and_tell_surrogates_only()
    {
        JsonElement kept = await host.KeptAsync(Body, "personal.json", "&domain=library");
        string text = kept.GetProperty("turns").GetRawText();

        Assert.DoesNotContain("Quill", text, StringComparison.Ordinal);
        Assert.DoesNotContain("0132", text, StringComparison.Ordinal);
        Assert.Contains("The room is 12 dollars.", text, StringComparison.Ordinal);
        Assert.Equal((2, 1), (kept.GetProperty("pseudonyms").GetProperty("name").GetInt32(), kept.GetProperty("pseudonyms").GetProperty("phone").GetInt32()));
        string id = kept.GetProperty("id").GetString()!;
        await IngestHost.UntilAsync(() => host.Told.Facts.Any(fact => fact.TranscriptId == id), "the transcript is told of");
        Assert.DoesNotContain(host.Told.Facts.First(fact => fact.TranscriptId == id).Turns, turn => turn.Text.Contains("Quill", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_replace_speakers_that_are_named()
    {
        JsonElement kept = await host.KeptAsync("""{"turns":[{"role":"李秀英","text":"还有位置吗"},{"role":"陈晓东","text":"有的，秀丽的景色"}]}""", "speakers.json", "&domain=library");
        string text = kept.GetProperty("turns").GetRawText();

        Assert.DoesNotContain("李秀英", JsonDocument.Parse(text).RootElement[0].GetProperty("role").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(JsonDocument.Parse(text).RootElement[0].GetProperty("role").GetString(), JsonDocument.Parse(text).RootElement[1].GetProperty("role").GetString());
    }
}
