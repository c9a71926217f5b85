using System.Text.Json;
using DialInsight.DomainPacks.Formats;

namespace DialInsight.DomainPacks.Tests.Formats;

public sealed class FormatTests
{
    [Fact]
    public void The_text_of_an_object_names_fields_types_choices_and_rules_in_chinese()
    {
        string text = FormatText.Render(Samples.Card, "zh");

        Assert.Contains("- \"意向\"（单选，必填）：有多想买。只能取以下值之一：“高”、“低”。", text, StringComparison.Ordinal);
        Assert.Contains("- \"面积\"（数字，可空）", text, StringComparison.Ordinal);
        Assert.Contains("逐字摘自对话原文", text, StringComparison.Ordinal);
        Assert.Contains("填 null", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_is_english_for_english()
    {
        string text = FormatText.Render(Samples.Card, "en");

        Assert.Contains("- \"意向\" (a choice, required): 有多想买. One of: \"高\", \"低\".", text, StringComparison.Ordinal);
        Assert.Contains("word for word", text, StringComparison.Ordinal);
        Assert.Contains("may be empty", FormatText.Render(Samples.Table, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bounds_are_told()
    {
        Assert.Contains("2 至 3 条", FormatText.Render(Samples.List, "zh"), StringComparison.Ordinal);
        Assert.Contains("1 to 2 rows", FormatText.Render(Samples.Table, "en"), StringComparison.Ordinal);
        Assert.Contains("at most 9 characters", FormatText.Render(Samples.Prose with { Minimum = null, Maximum = 9 }, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_is_strict_and_lets_optional_fields_be_null()
    {
        using JsonDocument schema = JsonDocument.Parse(FormatSchema.Json(Samples.Card)!);
        JsonElement root = schema.RootElement;
        JsonElement properties = root.GetProperty("properties");

        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(["意向", "面积", "约看", "原话", "备注"], root.GetProperty("required").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal("""["高","低"]""", properties.GetProperty("意向").GetProperty("enum").GetRawText());
        Assert.Equal("""["number","null"]""", properties.GetProperty("面积").GetProperty("type").GetRawText());
        Assert.Equal("string", properties.GetProperty("原话").GetProperty("items").GetProperty("type").GetString());
    }

    [Fact]
    public void What_is_no_object_has_no_schema()
    {
        Assert.Null(FormatSchema.Json(Samples.Table));
        Assert.Null(FormatSchema.Json(Samples.List));
        Assert.Null(FormatSchema.Json(Samples.Prose));
    }
}
