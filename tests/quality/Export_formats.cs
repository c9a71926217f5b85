using System.Text;
using System.Text.Json;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Trainers;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Tests.Fixtures;
using YamlDotNet.Serialization;

namespace DialInsight.Quality.Tests;

public sealed class Export_formats
{
    private static readonly TrainingExample s_example = new("Sum it \"up\".", "Reader: 你好\nLibrarian: hello", "Before\n\nReader…\n\nAfter", "They greet.\tOnce.");

    [Fact]
    public async Task Alpaca_is_an_array_of_instruction_input_and_output()
    {
        JsonElement row = JsonDocument.Parse(await WriteAsync(new AlpacaFormat(), s_example)).RootElement[0];
        Assert.Equal(s_example.Instruction, row.GetProperty("instruction").GetString());
        Assert.Equal(s_example.Dialogue, row.GetProperty("input").GetString());
        Assert.Equal(s_example.Answer, row.GetProperty("output").GetString());
    }

    [Fact]
    public async Task Sharegpt_is_an_array_of_conversations_by_the_trainers_rules()
    {
        JsonElement row = JsonDocument.Parse(await WriteAsync(new ShareGptFormat(), s_example)).RootElement[0];
        (string, string)[] turns = [.. row.GetProperty("conversations").EnumerateArray()
            .Select(turn => (turn.GetProperty("from").GetString()!, turn.GetProperty("value").GetString()!))];
        Assert.Equal([("human", s_example.Prompt), ("gpt", s_example.Answer)], turns);
        Assert.Null(TrainerRules.ShareGptRow(turns));
    }

    [Fact]
    public async Task Messages_are_one_row_a_line_and_readable_as_they_are()
    {
        string text = await WriteAsync(new MessagesFormat(), s_example, s_example with { Prompt = "你好" });
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.Contains("你好", lines[1], StringComparison.Ordinal);
        Assert.Equal("assistant", JsonDocument.Parse(lines[0]).RootElement.GetProperty("messages")[1].GetProperty("role").GetString());
    }

    [Fact]
    public async Task Rows_that_the_trainer_would_refuse_are_left_out_and_counted()
    {
        foreach (RowFormat format in RowFormat.All)
        {
            using var output = new MemoryStream();
            using var file = new RowFile(format, output);
            await file.WriteAsync(s_example with { Answer = " " }, TestContext.Current.CancellationToken);
            await file.WriteAsync(s_example, TestContext.Current.CancellationToken);
            await file.EndAsync(TestContext.Current.CancellationToken);
            Assert.Equal((1, 1), (file.Rows, file.Refused));
        }
    }

    [Fact]
    public async Task A_file_without_rows_is_still_a_file()
    {
        Assert.Equal(0, JsonDocument.Parse(await WriteAsync(new AlpacaFormat())).RootElement.GetArrayLength());
        Assert.Equal("", await WriteAsync(new MessagesFormat()));
    }

    [Fact]
    public void The_card_is_yaml_that_the_hub_understands()
    {
        string card = DatasetCard.Markdown(Release("tricky: \"name\" # <b>"));
        string[] parts = card.Split("---\n");
        var yaml = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(parts[1]);
        Assert.Equal("tricky: \"name\" # <b>", yaml["pretty_name"]);
        Assert.Equal(["en"], ((List<object>)yaml["language"]).Cast<string>());
        Assert.Equal(["1K<n<10K"], ((List<object>)yaml["size_categories"]).Cast<string>());
        var configs = ((List<object>)yaml["configs"]).Cast<Dictionary<object, object>>().ToArray();
        Assert.Equal(["alpaca", "sharegpt", "messages"], configs.Select(config => config["config_name"]));
        var file = (Dictionary<object, object>)((List<object>)configs[0]["data_files"])[0];
        Assert.Equal(("train", "alpaca.json"), (file["split"], file["path"]));
        Assert.DoesNotContain("<b>", parts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Dataset_info_names_columns_and_tags_for_each_file()
    {
        JsonElement info = JsonDocument.Parse(DatasetInfo.Json(Release("desk"))).RootElement;
        JsonElement messages = info.GetProperty("desk-messages");
        Assert.Equal(("messages.jsonl", "sharegpt"), (messages.GetProperty("file_name").GetString(), messages.GetProperty("formatting").GetString()));
        Assert.Equal("assistant", messages.GetProperty("tags").GetProperty("assistant_tag").GetString());
        Assert.Equal("output", info.GetProperty("desk-alpaca").GetProperty("columns").GetProperty("response").GetString());
    }

    private static async Task<string> WriteAsync(RowFormat format, params TrainingExample[] examples)
    {
        using var output = new MemoryStream();
        using var file = new RowFile(format, output);
        foreach (TrainingExample example in examples)
            await file.WriteAsync(example, TestContext.Current.CancellationToken);
        await file.EndAsync(TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Release Release(string name) => new()
    {
        Name = name,
        Version = 1,
        RunId = "run",
        Recipe = "desk",
        RecipeText = "{}",
        ReleasedAt = Some.Time,
        Samples = 1200,
        Checksum = "00",
        Files = [.. RowFormat.All.Select(format => new ExportFile(format.File, format.Name, 1200, 0, 10, "00"))],
        Report = new Reports.Report
        {
            RunId = "run",
            Recipe = "desk",
            Domain = "library@1",
            Language = "en",
            Seed = 1,
            MadeAt = Some.Time,
            Cells = [],
            Quality = new LabelQuality(1, 0, 0, 0, 0),
            Gate = [],
        },
    };
}
