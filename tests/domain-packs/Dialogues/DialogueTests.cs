using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Tests.Dialogues;

public sealed class DialogueTests
{
    [Theory]
    [InlineData("经纪人", "agent")]
    [InlineData("Agent", "agent")]
    [InlineData("ＡＧＥＮＴ：", "agent")]
    [InlineData(" interior_designer ", "interior-designer")]
    [InlineData("user", "customer")]
    [InlineData("sys", "agent")]
    [InlineData("房东", "owner")]
    [InlineData("客户1", "customer")]
    [InlineData("agent_1", "agent")]
    [InlineData("agent_2", "agent_2")]
    [InlineData("客户 2", "客户 2")]
    [InlineData("speaker_1", "speaker_1")]
    [InlineData("Jane  Doe", "Jane Doe")]
    [InlineData("", "")]
    public void A_label_finds_its_role_or_stays(string label, string role) =>
        Assert.Equal(role, RoleMap.Resolve(Repository.RealEstate, label));

    [Fact]
    public void A_numbered_speaker_still_has_a_side()
    {
        Assert.True(RoleMap.Find(Repository.RealEstate, "agent_2")!.Staff);
        Assert.False(RoleMap.Find(Repository.RealEstate, "客户2")!.Staff);
        Assert.Null(RoleMap.Find(Repository.RealEstate, "speaker0"));
        Assert.Equal("agent 1", RoleMap.Resolve(null, "agent 1"));
    }

    [Fact]
    public void A_dialogue_is_written_with_the_roles_names()
    {
        Turn[] turns = [new("agent", "您好。\n请讲。"), new("王先生", "我想买房 ")];

        Assert.Equal("经纪人：您好。 请讲。\n王先生：我想买房", DialogueText.Render(turns, Repository.RealEstate, "zh"));
        Assert.Equal("Agent: 您好。 请讲。\n王先生: 我想买房", DialogueText.Render(turns, Repository.RealEstate, "en"));
        Assert.Equal("agent：您好。 请讲。\n王先生：我想买房", DialogueText.Render(turns, null, "zh"));
    }

    [Theory]
    [InlineData("selling")]
    [InlineData("卖房")]
    [InlineData("Home Selling")]
    public void A_given_scenario_is_taken_by_id_alias_or_title(string given) =>
        Assert.Equal(("real-estate", "selling", ScenarioOrigin.Given), Find(null, given, "zh", "我想租房"));

    [Theory]
    [InlineData("zh", "想把房子装修一下，水电改造要多少钱", "real-estate", "home-improvement")]
    [InlineData("zh", "押一付三，月租四千，合租也行", "real-estate", "renting")]
    [InlineData("zh", "帮我订一张明天飞往昆明的机票", "customer-support", "booking")]
    [InlineData("en", "I would like a refund, the parcel arrived damaged.", "customer-support", "after-sales")]
    [InlineData("en", "My router keeps dropping the wi-fi connection after the firmware update.", "customer-support", "technical-support")]
    public void Without_a_domain_the_strongest_evidence_decides(string language, string words, string domain, string scenario) =>
        Assert.Equal((domain, scenario, ScenarioOrigin.Matched), Find(null, null, language, words));

    [Fact]
    public void An_unknown_scenario_falls_to_the_evidence() =>
        Assert.Equal(("real-estate", "renting", ScenarioOrigin.Matched), Find("real-estate", "leisure", "zh", "押金和租金怎么付"));

    [Fact]
    public void Nothing_that_speaks_for_a_scenario_gives_the_default()
    {
        Assert.Equal(("real-estate", "buying", ScenarioOrigin.Default), Find("real-estate", null, "zh", "嗯"));
        Assert.Equal(("customer-support", "general-enquiry", ScenarioOrigin.Default), Find("customer-support", null, "other", "机票"));
        Assert.Equal((null, "general", ScenarioOrigin.Default), ScenarioMatch.Find(new DomainPackSet([]), null, null, "zh", []));
    }

    [Fact]
    public void Latin_keywords_stand_alone_and_equal_evidence_goes_to_the_first()
    {
        Assert.Equal(ScenarioOrigin.Default, Find("real-estate", null, "en", "a parent in an applet").Origin);
        Assert.Equal("renting", Find("real-estate", null, "en", "two TENANTS").Scenario);
        Assert.Equal("buying", Find("real-estate", null, "en", "mortgage or lease").Scenario);
    }

    [Theory]
    [InlineData("im_chat", "instant-messaging")]
    [InlineData("电话录音", "phone-recording")]
    [InlineData("VR带看", "vr-recording")]
    [InlineData(" carrier pigeon", "carrier pigeon")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_channel_is_found_by_its_names(string? given, string? channel) =>
        Assert.Equal(channel, ChannelMatch.Find(Repository.Packs, "real-estate", given));

    private static (string? Domain, string Scenario, ScenarioOrigin Origin) Find(string? domain, string? scenario, string language, string words) =>
        ScenarioMatch.Find(Repository.Packs, domain, scenario, language, [new Turn("customer", words)]);
}
