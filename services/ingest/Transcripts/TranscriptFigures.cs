using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Storage;

namespace DialInsight.Ingest.Transcripts;

/// <summary>A transcript without its words: the same document, of which only what is counted is read.</summary>
internal sealed record TranscriptFigures
{
    public static readonly CollectionDefinition<TranscriptFigures> Definition = new(
        TranscriptDocument.Definition.Name,
        figures => figures.Id,
        new("domain", figures => figures.Domain),
        new("scenario", figures => figures.Scenario),
        new("channel", figures => figures.Channel),
        new("language", figures => figures.Language),
        new("source", figures => figures.Source),
        new("subject", figures => figures.Subject),
        new("coherence", figures => CoherenceField.Of(figures.Coherence)),
        new("ingestedAt", figures => figures.IngestedAt),
        new("erasure", figures => figures.ErasureId));

    public required string Id { get; init; }

    public string? Domain { get; init; }

    public required string Scenario { get; init; }

    public string? Channel { get; init; }

    public required string Language { get; init; }

    public string? Script { get; init; }

    public string? Source { get; init; }

    public string? Subject { get; init; }

    [JsonConverter(typeof(Length))]
    public required TranscriptLength Turns { get; init; }

    public IReadOnlyDictionary<string, int>? Pseudonyms { get; init; }

    public IReadOnlyDictionary<string, int>? Cleaned { get; init; }

    public IReadOnlyList<string>? Coherence { get; init; }

    public required DateTimeOffset IngestedAt { get; init; }

    public string? ErasureId { get; init; }

    /// <summary>Measures the turns while it passes over them.</summary>
    private sealed class Length : JsonConverter<TranscriptLength>
    {
        public override TranscriptLength Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            int depth = reader.CurrentDepth, turns = 0, characters = 0;
            while (reader.Read() && reader.CurrentDepth > depth)
            {
                turns += reader.TokenType == JsonTokenType.StartObject ? 1 : 0;
                if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("text"u8))
                    continue;
                reader.Read();
                characters += Characters(reader);
            }

            return new TranscriptLength(turns, characters);
        }

        public override void Write(Utf8JsonWriter writer, TranscriptLength value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Figures are read only.");

        private static int Characters(in Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.String)
                return 0;
            if (reader.ValueIsEscaped || reader.HasValueSequence)
                return reader.GetString()!.EnumerateRunes().Count();
            int characters = 0;
            foreach (byte unit in reader.ValueSpan)
                characters += (unit & 0xC0) == 0x80 ? 0 : 1;
            return characters;
        }
    }
}

/// <summary>How long a transcript is.</summary>
/// <param name="Turns">Its turns.</param>
/// <param name="Characters">The characters of its turns' texts, in code points.</param>
internal sealed record TranscriptLength(int Turns, int Characters);
