using System.CommandLine;
using System.Text.Json;
using DialInsight.Cli.JsonLines;
using DialInsight.Pseudonyms;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight pseudonymise</c>: replaces personal data in texts, one JSON object a line in and out.</summary>
internal static class PseudonymiseCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var language = new Option<string?>("--language") { Description = "The language of the texts; both are looked for where it is not given." };
        language.AcceptOnlyFromAmong("zh", "en");
        Option<string?> key = PseudonymKey.CreateOption();
        var command = new Command(
            "pseudonymise",
            """
            Replaces personal data by surrogates: {"id": "...", "text": "..."} a line in, {"id", "text", "spans": [{start, end, type, surrogate}]} a line out; spans are
            offsets in code points into the input text. Lines that cannot be read are named on standard error and left out (exit code 1).
            """)
        {
            language, key,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(language), parsed.GetValue(key), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? language, string? key, TextWriter errors, CancellationToken cancellationToken)
    {
        if (PseudonymKey.Open(key, errors) is not { } pseudonymiser)
            return 1;
        await using Stream input = Console.OpenStandardInput();
        await using Stream output = Console.OpenStandardOutput();
        return await JsonLineFilter.RunAsync(input, output, errors, (line, writer) =>
        {
            string text = JsonText.Property(line, "text").ToString();
            Write(writer, JsonText.RawProperty(line, "id"), pseudonymiser.Replace(text, language));
        }, cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> id, PseudonymisedText replaced)
    {
        writer.WriteStartObject();
        if (!id.IsEmpty)
        {
            writer.WritePropertyName("id"u8);
            writer.WriteRawValue(id, skipInputValidation: true);
        }

        writer.WriteString("text"u8, replaced.Text);
        writer.WriteStartArray("spans"u8);
        foreach (ReplacedSpan span in replaced.Spans)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start"u8, span.Start);
            writer.WriteNumber("end"u8, span.End);
            writer.WriteString("type"u8, span.Type.ToName());
            writer.WriteString("surrogate"u8, span.Surrogate);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
