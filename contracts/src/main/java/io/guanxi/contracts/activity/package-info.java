/** Topic {@code guanxi.activity} and {@code POST /activities}: facts about clients, inbound. */
package io.guanxi.contracts.activity;
