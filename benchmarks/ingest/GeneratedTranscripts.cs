using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DialInsight.Benchmarks.Ingest;

/// <summary>
/// Seeded conversations as a business might send them: 4 to 20 turns (12 on average), Chinese and English by halves, personal data in two of five, dirt (HTML,
/// entities, advertisements) in one of ten, one of fifty an exact and one of fifty a near repetition of an earlier one.
/// </summary>
internal sealed class GeneratedTranscripts(int seed)
{
    private const int Remembered = 1000;
    private readonly Random _random = new(seed);
    private readonly List<(Phrases.Language Language, string[] Turns)> _earlier = [];

    /// <summary>How many repeat an earlier one exactly.</summary>
    public int Exact { get; private set; }

    /// <summary>How many repeat an earlier one but for a word or two.</summary>
    public int Near { get; private set; }

    /// <summary>Writes them as JSON Lines.</summary>
    public void Write(Stream stream, int count)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        for (int number = 0; number < count; number++)
        {
            Write(writer, number, Next());
            writer.Flush();
            writer.Reset();
            stream.WriteByte((byte)'\n');
        }
    }

    private (Phrases.Language Language, string[] Turns) Next()
    {
        int kind = _earlier.Count == 0 ? 50 : _random.Next(50);
        if (kind > 1)
            return Remember(New());

        (Phrases.Language language, string[] turns) = _earlier[_random.Next(_earlier.Count)];
        if (kind == 0)
        {
            Exact++;
            return (language, turns);
        }

        // Where it is long enough, one sentence more leaves nine tenths of it as it was.
        if (turns.Length < 12)
            return Remember(New());
        Near++;
        string[] edited = [.. turns];
        edited[^1] += language.Code == "zh" ? "好的谢谢。" : " All right, thanks.";
        return (language, edited);
    }

    private (Phrases.Language Language, string[] Turns) New()
    {
        Phrases.Language language = _random.Next(2) == 0 ? Phrases.Chinese : Phrases.English;
        string[] turns = new string[_random.Next(4, 21)];
        for (int turn = 0; turn < turns.Length; turn++)
            turns[turn] = Sentence(language);
        if (_random.Next(5) < 2)
            turns[_random.Next(turns.Length)] += language.Code == "zh" ? PersonalDetails.Chinese(_random) : PersonalDetails.English(_random);
        if (_random.Next(10) == 0)
            turns[_random.Next(turns.Length)] = Dirty(turns[^1]);
        return (language, turns);
    }

    private (Phrases.Language Language, string[] Turns) Remember((Phrases.Language Language, string[] Turns) conversation)
    {
        if (_earlier.Count < Remembered)
            _earlier.Add(conversation);
        else
            _earlier[_random.Next(Remembered)] = conversation;
        return conversation;
    }

    private string Sentence(Phrases.Language language)
    {
        var text = new StringBuilder(language.Beginnings[_random.Next(language.Beginnings.Length)]).Append(language.Comma);
        if (_random.Next(2) == 0)
            text.Append(language.Beginnings[_random.Next(language.Beginnings.Length)]).Append(language.Comma);
        return text.Append(language.Ends[_random.Next(language.Ends.Length)]).Append(language.Stop)
            .Replace("{p}", language.Places[_random.Next(language.Places.Length)])
            .Replace("{n}", _random.Next(2, 10).ToString(CultureInfo.InvariantCulture))
            .Replace("{m}", _random.Next(20, 900).ToString(CultureInfo.InvariantCulture))
            .ToString();
    }

    private string Dirty(string words) => _random.Next(3) switch
    {
        0 => $"<div class=\"msg\"><p>{words}</p><br/>&nbsp;</div>",
        1 => $"{words}\u200B\u0007 &amp; …",
        _ => $"{words} https://promo.example.com/?u={_random.Next(100000)}",
    };

    private static void Write(Utf8JsonWriter writer, int number, (Phrases.Language Language, string[] Turns) conversation)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, string.Create(CultureInfo.InvariantCulture, $"c-{number:0000000}"));
        writer.WriteStartArray("turns"u8);
        for (int turn = 0; turn < conversation.Turns.Length; turn++)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, turn % 2 == 0 ? conversation.Language.Customer : conversation.Language.Agent);
            writer.WriteString("text"u8, conversation.Turns[turn]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
