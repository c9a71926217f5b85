using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DialInsight.Cli.JsonLines;
using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Parsing;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Cli.Duplicates;

/// <summary>Dialogues of files in whatever ingest reads, and of JSON Lines of plain texts (<c>{"id", "text"}</c>). The same files give the same dialogues in the same order each time.</summary>
internal static class DialogueFiles
{
    /// <summary>The files that paths stand for: those of a folder that can be read, in order of their names.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read twice.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany<string, string>(path => Directory.Exists(path)
            ? TranscriptPaths.Find([path]).Where(file => FormatDetection.OfFile(file) is not null)
            : [Readable(path)]),
    ];

    /// <summary>Their dialogues.</summary>
    public static async IAsyncEnumerable<Dialogue> ReadAsync(IReadOnlyList<string> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<string> transcripts = [];
        foreach (string file in files)
        {
            if (!await HoldsTextsAsync(file, cancellationToken))
            {
                transcripts.Add(file);
                continue;
            }

            await foreach (Dialogue dialogue in TranscriptsAsync(transcripts, cancellationToken))
                yield return dialogue;
            transcripts.Clear();
            await foreach (Dialogue dialogue in TextsAsync(file, cancellationToken))
                yield return dialogue;
        }

        await foreach (Dialogue dialogue in TranscriptsAsync(transcripts, cancellationToken))
            yield return dialogue;
    }

    private static string Readable(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return stream.CanSeek ? path : throw new IOException($"{path} is read twice and must be a file: write it to one first.");
    }

    /// <summary>Whether a file's first line is an object with a text and without turns.</summary>
    private static async Task<bool> HoldsTextsAsync(string file, CancellationToken cancellationToken)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is not (".jsonl" or ".ndjson" or ""))
            return false;
        await using FileStream stream = File.OpenRead(file);
        try
        {
            if (await new LineReader(stream).ReadAsync(cancellationToken) is not { } line)
                return false;
            using JsonDocument json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } record
                && record.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String && !record.TryGetProperty("turns", out _);
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<Dialogue> TextsAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(file);
        var reader = new LineReader(stream);
        while (await reader.ReadAsync(cancellationToken) is { } line)
        {
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
                yield return Text(line.Span, $"{file}:{reader.LineNumber}");
        }
    }

    private static Dialogue Text(ReadOnlySpan<byte> line, string place)
    {
        try
        {
            string text = JsonText.Property(line, "text").ToString();
            string id = Encoding.UTF8.GetString(JsonText.RawProperty(line, "id"));
            return new Dialogue(id is "" or "null" ? place : id.StartsWith('"') ? JsonText.Property(line, "id").ToString() : id, [text], null);
        }
        catch (JsonException exception)
        {
            return new Dialogue(place, [], exception.Message);
        }
    }

    private static async IAsyncEnumerable<Dialogue> TranscriptsAsync(IReadOnlyList<string> files, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ParseContext context = ParseContext.For(new DomainPackSet([]))!;
        await foreach (ParsedRecord record in TranscriptFiles.ParseAsync(OpenAsync(files), "the file is broken from here on", context, cancellationToken))
        {
            RecordPosition position = record.Position;
            string place = position.Line is { } line ? $"{position.File}:{line}" : $"{position.File}#{position.Index}";
            yield return new Dialogue(record.Conversation?.Id ?? place, [.. record.Conversation?.Turns.Select(turn => turn.Text) ?? []], record.Refusal);
        }
    }

    private static async IAsyncEnumerable<TranscriptFile> OpenAsync(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            await using FileStream stream = File.OpenRead(file);
            yield return new TranscriptFile(file, stream);
        }
    }
}
