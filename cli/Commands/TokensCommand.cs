using System.CommandLine;
using System.Text.Json;
using DialInsight.Cli.JsonLines;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight tokens</c>: counts the tokens of texts, one JSON object a line in and out.</summary>
internal static class TokensCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var encoding = new Option<string>("--encoding")
        {
            Description = "The vocabulary to count with.",
            DefaultValueFactory = static _ => Tokenizer.Encodings[0],
        };
        encoding.AcceptOnlyFromAmong([.. Tokenizer.Encodings]);
        var ids = new Option<bool>("--ids") { Description = "Write the token ids too." };
        var command = new Command(
            "tokens",
            """
            Counts the tokens of texts: {"text": "..."} a line in, {"count": n} a line out. Special tokens such as <|endoftext|> count as
            the plain text they are written in. Lines that cannot be read are named on standard error and left out (exit code 1).
            """)
        {
            encoding, ids,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Tokenizer.ForEncoding(parsed.GetRequiredValue(encoding)), parsed.GetValue(ids), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Tokenizer tokenizer, bool withIds, TextWriter errors, CancellationToken cancellationToken)
    {
        await using Stream input = Console.OpenStandardInput();
        await using Stream output = Console.OpenStandardOutput();
        return await JsonLineFilter.RunAsync(input, output, errors, (line, writer) =>
        {
            ReadOnlySpan<char> text = JsonText.Property(line, "text").Span;
            writer.WriteStartObject();
            if (withIds)
                WriteIds(writer, tokenizer.Encode(text));
            else
                writer.WriteNumber("count"u8, tokenizer.Count(text));
            writer.WriteEndObject();
        }, cancellationToken);
    }

    private static void WriteIds(Utf8JsonWriter writer, IReadOnlyList<int> ids)
    {
        writer.WriteNumber("count"u8, ids.Count);
        writer.WriteStartArray("ids"u8);
        foreach (int id in ids)
            writer.WriteNumberValue(id);
        writer.WriteEndArray();
    }
}
