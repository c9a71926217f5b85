using System.Text;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Parsing.Json;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Tests.Fixtures;

/// <summary>What the parsers make of a file, before anything is normalised.</summary>
internal static class Parsed
{
    public static async Task<IReadOnlyList<ParsedRecord>> OfAsync(Stream body, string? fileName, ParseContext? context = null)
    {
        TranscriptFormat? format = fileName is null ? null : FormatDetection.OfFile(fileName);
        List<ParsedRecord> records = [];
        await foreach (ParsedRecord record in TranscriptParser.ParseAsync(body, format, fileName, context ?? new ParseContext(BuiltInMappings.All), TestContext.Current.CancellationToken))
            records.Add(record);
        return records;
    }

    public static Task<IReadOnlyList<ParsedRecord>> OfAsync(byte[] body, string? fileName, ParseContext? context = null) =>
        OfAsync(new MemoryStream(body), fileName, context);

    public static Task<IReadOnlyList<ParsedRecord>> OfAsync(string body, string? fileName, ParseContext? context = null) =>
        OfAsync(Encoding.UTF8.GetBytes(body), fileName, context);

    /// <summary>The only conversation of a file.</summary>
    public static async Task<ParsedConversation> OneAsync(string body, string? fileName, ParseContext? context = null)
    {
        ParsedRecord record = Assert.Single(await OfAsync(body, fileName, context));
        Assert.Null(record.Refusal);
        return record.Conversation!;
    }

    /// <summary>The turns, one a line: <c>role|words|at</c>.</summary>
    public static string Lines(ParsedConversation conversation) =>
        string.Join('\n', conversation.Turns.Select(turn => $"{turn.Role}|{turn.Text}{(turn.At is null ? "" : $"|{turn.At}")}"));

    public static ParseContext With(params FieldMapping[] mappings) => new(mappings);
}
