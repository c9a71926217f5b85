using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;

namespace DialInsight.DomainPacks.Tests.Dialogues;

public sealed class RealConversationTests
{
    [Theory]
    [InlineData("flight ticket booking", "booking", 55)]
    [InlineData("mobile-phone forum discussion", "product-enquiry", 55)]
    [InlineData("travel", "general-enquiry", 100)]
    [InlineData("meeting", "general-enquiry", 20)]
    public void Real_conversations_fall_into_the_scenarios_of_customer_support(string kind, string scenario, int least)
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "data", "dialogues", "zh.jsonl");
        if (!File.Exists(path))
            Assert.Skip("The folder ../shared with real conversations is not there.");

        int found = File.ReadLines(path).Count(line => Is(line, kind, scenario));

        Assert.True(found >= least, $"{found}");
    }

    private static bool Is(string line, string kind, string scenario)
    {
        using JsonDocument conversation = JsonDocument.Parse(line);
        JsonElement root = conversation.RootElement;
        if (!root.GetProperty("scenario").GetString()!.StartsWith(kind, StringComparison.Ordinal))
            return false;
        Turn[] turns = [.. root.GetProperty("turns").EnumerateArray().Select(turn => new Turn(turn.GetProperty("role").GetString()!, turn.GetProperty("text").GetString()!))];
        return ScenarioMatch.Find(Repository.Packs, "customer-support", null, "zh", turns).Scenario == scenario;
    }
}
