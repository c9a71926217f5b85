using System.Text.Json;

namespace DialInsight.EndToEnd.Tests;

/// <summary>Conversations with a shop's service desk. Some subjects' hold a sentence that nobody else says.</summary>
internal static class Talks
{
    /// <summary>The sentence.</summary>
    public const string Marker = "the heron painted on my kettle has lost its blue crest";

    public const string Recipe = """
        name: desk-talks
        domain: customer-support
        language: en
        seed: 5
        cells:
          - { scenario: after-sales, task: summarisation, target: 6 }
        attempts: 8
        instructionsPerCell: 2
        curation: automatic
        optimiseStructure: false
        judge: { samples: 1, accept: [high, medium, low] }
        gate: { minimumFill: 0.5 }
        exports: [alpaca, sharegpt, messages]
        """;

    /// <summary>Six conversations, two of them of <paramref name="subject"/>, as JSON Lines.</summary>
    public static string Lines(string subject) => string.Join('\n', Enumerable.Range(0, 6).Select(number => Line(number, number % 3 == 1 ? subject : $"c-{number}", number % 3 == 1)));

    private static string Line(int number, string subject, bool marked)
    {
        string[] things = ["toaster", "kettle", "blender", "lamp", "mixer", "heater"];
        (string Role, string Text)[] turns =
        [
            ("customer", $"Hello, I bought a {things[number]} from you {number + 2} weeks ago and I am not happy with it."),
            ("agent", "I am sorry to hear that. What is wrong with it?"),
            ("customer", marked ? $"Well, {Marker}, and the switch no longer clicks. I want a refund." : $"The switch of the {things[number]} no longer clicks. I want a refund."),
            ("agent", $"You can send it back within {number + 10} days, and we refund the full price once it has arrived."),
            ("customer", "Do I have to pay for the parcel?"),
            ("agent", "No, I will send you a label by mail today, and the refund takes five working days."),
        ];
        return JsonSerializer.Serialize(new { id = $"talk-{number}", scenario = "after-sales", language = "en", subject, turns = turns.Select(turn => new { role = turn.Role, text = turn.Text }) });
    }
}
